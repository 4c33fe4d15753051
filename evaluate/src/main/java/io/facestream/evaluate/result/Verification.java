package io.facestream.evaluate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facestream.evaluate.statistics.Estimate;
import io.facestream.evaluate.statistics.TradeOff.Threshold;
import java.util.List;

/**
 * One photo against one other. Rates are of comparisons, so without the photos of which no template
 * could be made.
 *
 * @param protocol which comparisons
 * @param genuine comparisons of two photos of one person
 * @param impostor comparisons of photos of two people
 * @param notCompared pairs of the table one of whose photos was of no use
 * @param rates at usual false match rates
 * @param equalError where both rates are the most alike; null without genuine comparisons
 * @param mostAccurate where the most is decided rightly, both kinds weighing the same; its accuracy
 *     is slightly too good, since the same comparisons choose the threshold. Null without genuine
 *     comparisons
 * @param roc for drawing: rates by threshold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
    Protocol protocol,
    long genuine,
    long impostor,
    long notCompared,
    List<AtFalseMatchRate> rates,
    Threshold equalError,
    Threshold mostAccurate,
    List<Threshold> roc) {
  /** Which comparisons. */
  public enum Protocol {
    /** Each photo with each other. */
    ALL_AGAINST_ALL,
    /** The pairs of a table. */
    PAIRS
  }

  /**
   * What a false match rate costs.
   *
   * @param wanted the rate, 0…1
   * @param cosine the lowest threshold with at most that rate; null when the comparisons are too
   *     few to show it: fewer than 1 / rate
   * @param falseMatchRate measured there
   * @param trueMatchRate share of the genuine comparisons that reach it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AtFalseMatchRate(
      double wanted, Double cosine, Estimate falseMatchRate, Estimate trueMatchRate) {}
}
