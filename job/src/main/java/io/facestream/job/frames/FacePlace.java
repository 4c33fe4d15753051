package io.facestream.job.frames;

import io.facestream.wire.Box;
import io.facestream.wire.Point;
import io.facestream.wire.ReasonCode;
import java.util.List;

/**
 * Where a face is and how good it is.
 *
 * @param box relative to the frame
 * @param landmarks five points relative to the frame
 * @param score the detector's confidence, 0…1
 * @param quality the quality gate's measure, 0…1
 * @param rejectionCode why the face is not searched, for programs, or null when it is; also null in
 *     states of versions without codes
 * @param rejection why the face is not searched, or null when it is
 * @param track {@link io.facestream.wire.Ids#trackId}, or null when the face is not followed; also
 *     null in states of versions that followed none
 */
public record FacePlace(
    Box box,
    List<Point> landmarks,
    double score,
    double quality,
    ReasonCode rejectionCode,
    String rejection,
    String track) {

  /** The same face, not to be searched. */
  FacePlace rejectedFor(ReasonCode code, String reason) {
    return new FacePlace(box, landmarks, score, quality, code, reason, track);
  }

  /** The same face, followed. */
  public FacePlace followed(String byTrack) {
    return new FacePlace(box, landmarks, score, quality, rejectionCode, rejection, byTrack);
  }
}
