package io.facestream.evaluate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facestream.evaluate.identification.GalleryPlan;
import io.facestream.evaluate.statistics.Estimate;
import java.util.List;

/**
 * One photo against random galleries.
 *
 * @param plan which galleries
 * @param mated searches for people who were enrolled
 * @param matedPeople whom they were for
 * @param nonMated searches for people who were not
 * @param nonMatedPeople whom they were for
 * @param ranks the share of those enrolled who were among the k most similar
 * @param rates at usual false positive identification rates; empty when nobody was left out
 * @param det for drawing: rates by threshold
 */
public record Identification(
    GalleryPlan plan,
    long mated,
    long matedPeople,
    long nonMated,
    long nonMatedPeople,
    List<WithinRank> ranks,
    List<AtFpir> rates,
    List<DetPoint> det) {
  /** The share of those enrolled who were among the k most similar. */
  public record WithinRank(int k, Estimate identified) {}

  /**
   * What naming strangers so rarely costs.
   *
   * @param wanted the false positive identification rate, 0…1
   * @param cosine the lowest threshold with at most that rate; null when the searches are too few
   *     to show it
   * @param fpir measured there: share of the searches for people not enrolled that name somebody
   * @param fnir share of the searches for people enrolled that do not name them first, or do not
   *     reach the threshold
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AtFpir(double wanted, Double cosine, Estimate fpir, Estimate fnir) {}

  /** A threshold with its rates. */
  public record DetPoint(double cosine, double fpir, double fnir) {}
}
