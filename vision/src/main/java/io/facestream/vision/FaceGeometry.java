package io.facestream.vision;

/** What the five landmarks tell about how a face is turned. */
final class FaceGeometry {
  private FaceGeometry() {}

  /**
   * Where the nose stands along the line through the eyes, in the face's own rotated frame, so that
   * a tilted head does not count: 1 in the middle of the eyes, 0 at an eye, negative beyond it, as
   * far as the distance of the eyes goes into it twice. Full profiles measure −0.5 and less.
   *
   * @param p {@code float[10]} as in {@link DetectedFace}
   */
  static double frontality(float[] p) {
    double alongX = p[2] - p[0];
    double alongY = p[3] - p[1];
    double squared = alongX * alongX + alongY * alongY;
    if (squared == 0) {
      return -1;
    }
    double place = ((p[4] - p[0]) * alongX + (p[5] - p[1]) * alongY) / squared;
    return 2 * Math.min(place, 1 - place);
  }
}
