package io.facestream.evaluate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import java.util.List;

/**
 * All that was found. Parts that the photos cannot show are absent.
 *
 * @param schema name and version of the JSON
 * @param models the pack that was evaluated
 * @param source which photos
 * @param photos how many, and which were of no use
 * @param verification one photo against one other
 * @param identification one photo against a gallery; null when nobody can be enrolled and searched
 * @param falseAlerts the threshold for a wished share; null without a curve
 * @param groups rates by group; null without groups
 * @param lookAlikes the most similar photos of two people, most similar first
 * @param curve false match rates by cosine; null when too few comparisons show any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluation(
    String schema,
    Models models,
    String source,
    PhotoCounts photos,
    Verification verification,
    Identification identification,
    FalseAlertThreshold falseAlerts,
    Groups groups,
    List<LookAlikes> lookAlikes,
    FalseMatchCurve curve) {
  /** Of this version. */
  public static final String SCHEMA = "facestream.evaluation/1";
}
