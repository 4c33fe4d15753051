package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What somebody found of an alert or a visit; JSON Schema {@code review-1.json}. A second person's
 * is a record of its own under the same key; of two by one person the later one counts.
 *
 * @param schema {@link #SCHEMA}
 * @param reviewId {@link Ids#reviewId}
 * @param of what was reviewed, {@link Ids#frameId} of an alert or {@link Ids#sightingId}; the
 *     record's key, so that all reviews of one thing lie in order
 * @param cameraId the camera
 * @param personId who was named
 * @param outcome what was found
 * @param by who reviewed, as {@link ReviewText#BY} bounds it
 * @param at when
 * @param note why, as {@link ReviewText#NOTE} bounds it; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
    String schema,
    String reviewId,
    String of,
    String cameraId,
    String personId,
    ReviewOutcome outcome,
    String by,
    Instant at,
    String note) {
  public static final String SCHEMA = "facestream.review/1";
}
