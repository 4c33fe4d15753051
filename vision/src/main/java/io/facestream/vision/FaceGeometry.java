package io.facestream.vision;

/** What the five landmarks tell about how a face is turned. */
final class FaceGeometry {
  private FaceGeometry() {}

  /** How frontal a face is, 0 (profile) … 1. */
  static double frontality(float[] landmarks) {
    return 1;
  }
}
