package io.facestream.vision.finder;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.FaceGeometry;
import io.facestream.vision.picture.Picture;

/**
 * Finds the landmarks of a tilted head. A detector that has seen level faces only places them as if
 * the head were more level than it is, by half of the tilt and more; crops cut out by these
 * resemble each other. But a square levelled by them is nearer to level, and what is found in that
 * nearer to the truth. Thread-confined.
 */
final class Leveller implements AutoCloseable {
  /** Of the squares, pixels. */
  static final int SIDE = 192;

  /** As fine as the crop: landmarks found at half of it are off by twice as much. */
  private static final double SCALE = 1;

  /** Landmarks that lie more level than this are those of a level head. */
  private static final double LEVEL_DEGREES = 4;

  /** No more tilt than this is left where a square was levelled by right landmarks. */
  private static final double SETTLED_DEGREES = 5;

  /** Heads tilted by 40 degrees take two to six. */
  private static final int MOST_LOOKS = 8;

  private final CloseUp closeUp;

  /**
   * @param detector takes {@value #SIDE} pixels; stays the caller's to close
   */
  Leveller(FaceDetector detector) {
    this.closeUp = new CloseUp(detector, SIDE, SCALE);
  }

  /**
   * The landmarks of a face that is not turned by a quarter or more, in pixels of the picture as
   * published; those of a level one stay as they are.
   */
  float[] landmarks(Picture picture, DetectedFace face) {
    float[] points = face.landmarks();
    if (Math.abs(FaceGeometry.roll(points)) < LEVEL_DEGREES) {
      return points;
    }
    for (int looks = 1; looks <= MOST_LOOKS; looks++) {
      closeUp.take(picture, points);
      DetectedFace levelled = closeUp.seen(0);
      if (levelled == null) {
        return points;
      }
      boolean settled = Math.abs(FaceGeometry.roll(levelled.landmarks())) < SETTLED_DEGREES;
      if (settled && looks == 1 && !FaceGeometry.tilted(points)) {
        return points;
      }
      points = closeUp.inPicture(levelled.landmarks());
      if (settled && looks > 1) {
        return points;
      }
    }
    return points;
  }

  @Override
  public void close() {
    closeUp.close();
  }
}
