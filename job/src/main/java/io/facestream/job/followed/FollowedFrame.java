package io.facestream.job.followed;

import io.facestream.wire.FrameRef;
import io.facestream.wire.Models;
import java.util.List;

/**
 * A frame that was judged, with its usable faces that are followed. It leaves the judge only where
 * somebody asked for it, because with embeddings strangers can be told apart. Frames without a face
 * leave, too: they are the camera's time.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}, the verdict's id
 * @param cameraId the camera
 * @param frame the frame
 * @param models the models that looked; embeddings compare only within one embedder
 * @param faces largest first
 */
public record FollowedFrame(
    String frameId, String cameraId, FrameRef frame, Models models, List<FollowedFace> faces) {
  /** Capture time, milliseconds since the epoch. */
  public long time() {
    return frame.capturedAt().toEpochMilli();
  }
}
