package io.facestream.vision.finder;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.quality.Rejection;

/**
 * A face of a picture, judged.
 *
 * @param face where it is, in pixels of the picture as a viewer sees it
 * @param quality 0…1
 * @param rejection null when the face is usable, else why not
 * @param crop the aligned face, {@value FaceAligner#CROP_BYTES} bytes of B, G, R; null when
 *     rejected
 */
public record FoundFace(DetectedFace face, double quality, Rejection rejection, byte[] crop) {

  /** Whether the face may be embedded and compared. */
  public boolean usable() {
    return rejection == null;
  }
}
