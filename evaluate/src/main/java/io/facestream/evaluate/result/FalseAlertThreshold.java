package io.facestream.evaluate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facestream.evaluate.statistics.Estimate;

/**
 * The threshold for a wished share of strangers that may be named, by the curve.
 *
 * @param wanted the share of views of strangers, 0…1
 * @param templates in the gallery
 * @param falseMatchRate of one comparison at which that share is named
 * @param cosine the threshold; at the edge of the curve when more is asked for than was measured
 * @param measured whether it lies on the curve
 * @param shareAtCosine what the curve says of the share at that cosine; the wanted one, unless it
 *     is at an edge
 * @param fpir what the random galleries measured at that cosine; null when they have another number
 *     of templates, or no strangers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FalseAlertThreshold(
    double wanted,
    long templates,
    double falseMatchRate,
    double cosine,
    boolean measured,
    double shareAtCosine,
    Estimate fpir) {}
