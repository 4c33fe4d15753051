package io.facestream.evaluate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facestream.evaluate.statistics.Estimate;
import java.util.List;

/**
 * Rates by group, at thresholds that are the same for all groups.
 *
 * @param verificationCosine threshold of the comparisons
 * @param identificationCosine threshold of the searches; null when there were none
 * @param rates of each group, by its label
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Groups(
    double verificationCosine, Double identificationCosine, List<GroupRates> rates) {

  /**
   * The rates of one group. What the photos cannot show is absent.
   *
   * @param group its label
   * @param people in it
   * @param failureToEnrol share of its photos of which no template could be made
   * @param falseMatchRate of comparisons of two people of the group
   * @param falseNonMatchRate of comparisons of two photos of one of its people
   * @param fpir of searches for its people who were not enrolled
   * @param fnir of searches for its people who were
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GroupRates(
      String group,
      int people,
      Estimate failureToEnrol,
      Estimate falseMatchRate,
      Estimate falseNonMatchRate,
      Estimate fpir,
      Estimate fnir) {}
}
