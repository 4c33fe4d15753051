package io.facestream.job.back;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Match;
import java.util.List;
import java.util.Map;

/**
 * A face of a frame that is past, which is somebody's after all.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}
 * @param cameraId the camera
 * @param frame the frame
 * @param face number of the face among those of the frame
 * @param box where it is, relative to the frame
 * @param track its track, or null when it was not followed
 * @param carriedFrom id of the verdict on the view that says so, when it is another frame's
 * @param match who it is
 * @param threshold what had to be reached
 */
public record EarlierView(
    String frameId,
    String cameraId,
    FrameRef frame,
    int face,
    Box box,
    String track,
    String carriedFrom,
    Match match,
    AppliedThreshold threshold) {

  /** Capture time, milliseconds since the epoch. */
  long time() {
    return frame.capturedAt().toEpochMilli();
  }

  /** As a verdict has it. */
  Face asFace() {
    return new Face(
        box,
        List.of(),
        0,
        0,
        FaceOutcome.MATCH,
        track,
        carriedFrom,
        match,
        null,
        threshold,
        List.of(),
        Map.of(),
        null,
        null);
  }
}
