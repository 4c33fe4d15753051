package io.facestream.explain.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facestream.explain.change.Change;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import java.time.Instant;
import java.util.List;

/**
 * One face and all that decided about it.
 *
 * @param number 1 for the largest
 * @param pixels where it is: left, top, width, height
 * @param gate what the quality gate measures
 * @param answer as a verdict says it
 * @param nearest the best persons, best first, with what each would have had to reach
 * @param notSearched who resembles the face more than the best of them, best first, and is not
 *     looked for at the camera or at that time
 * @param recorded false when a policy leaves no trace of the match in the verdict
 * @param neededMargin how far the best had to be ahead of the next, 0…2; null where there is none
 * @param changes what would have led to another answer
 * @param ignored whether the job passes the face over, since it stands in a zone that a policy of
 *     the camera says to ignore
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaceStory(
    int number,
    List<Integer> pixels,
    List<GateMeasure> gate,
    Face answer,
    List<Nearest> nearest,
    List<NotSearched> notSearched,
    boolean recorded,
    Double neededMargin,
    List<Change> changes,
    boolean ignored) {

  /** Whether a verdict has the face. */
  boolean inVerdict() {
    return recorded && !ignored;
  }

  /**
   * A measure of the quality gate.
   *
   * @param measure of what
   * @param least the least that passes, or null
   * @param most the most that passes, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GateMeasure(
      String measure, double value, Double least, Double most, boolean passes) {}

  /**
   * A person of the gallery.
   *
   * @param photos how many are enrolled of the person
   * @param templateId the one that is the most similar
   * @param similarity cosine, −1…1
   * @param threshold what the person would have had to reach
   * @param ahead distance to the next person's similarity; null behind the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Nearest(
      String personId,
      String name,
      List<String> watchlists,
      long photos,
      String templateId,
      double similarity,
      AppliedThreshold threshold,
      Double ahead) {}

  /**
   * A person of the gallery who is not looked for.
   *
   * @param watchlists the person's
   * @param templateId the photo that is the most similar
   * @param similarity cosine, −1…1
   * @param validFrom since when that photo counts, or null
   * @param validUntil until when, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NotSearched(
      String personId,
      String name,
      List<String> watchlists,
      String templateId,
      double similarity,
      Why why,
      Instant validFrom,
      Instant validUntil) {

    /** Why somebody is not looked for. */
    public enum Why {
      /** None of the watchlists is looked for at the camera. */
      @JsonProperty("scope")
      SCOPE,
      /** The photo did not count when the picture was taken. */
      @JsonProperty("validity")
      VALIDITY
    }
  }
}
