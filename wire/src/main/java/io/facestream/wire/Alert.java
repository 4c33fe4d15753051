package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The top match of a frame, or what opened a visit; JSON Schema {@code alert-1.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param alertId {@link Ids#frameId}, or {@link Ids#sightingId} where a visit raises one alert; so
 *     that a repeat is recognisable
 * @param cameraId the camera
 * @param frame the frame
 * @param face the recognised face
 * @param match who it is
 * @param runnerUp the best other person, or null when the search returned nobody else
 * @param models the models that looked
 * @param gallery the gallery that was searched
 * @param timings where the time went
 * @param expiresAt from when on nobody should act on it any more, so that a replay cannot act
 * @param reduced what was left out because the topic takes no larger record, or null when the
 *     answer is whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
    String schema,
    String alertId,
    String cameraId,
    FrameRef frame,
    AlertFace face,
    Match match,
    RunnerUp runnerUp,
    Models models,
    GalleryView gallery,
    Timings timings,
    Instant expiresAt,
    String reduced) {
  public static final String SCHEMA = "facestream.alert/1";

  /** A smaller form that says what it lacks. */
  public Alert reducedTo(Match shorterMatch, String leftOut) {
    return new Alert(
        schema,
        alertId,
        cameraId,
        frame,
        face,
        shorterMatch,
        runnerUp,
        models,
        gallery,
        timings,
        expiresAt,
        leftOut);
  }
}
