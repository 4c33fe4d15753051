package io.facestream.vision.face;

/** What the five landmarks tell about how a face is turned. */
public final class FaceGeometry {
  /** From here on detectors that have learnt level faces place landmarks badly, degrees. */
  private static final double TILTED = 15;

  private FaceGeometry() {}

  /** How far the line through the eyes is turned clockwise from level, degrees. */
  public static double roll(float[] p) {
    return Math.toDegrees(Math.atan2(p[3] - p[1], p[2] - p[0]));
  }

  /** Whether the head is tilted so far that its landmarks are to be found anew. */
  public static boolean tilted(float[] p) {
    return Math.abs(roll(p)) >= TILTED;
  }

  /** Whether a landmark lies outside of a picture of this size, where a detector can but guess. */
  public static boolean leaves(float[] p, int width, int height) {
    for (int i = 0; i < p.length; i += 2) {
      if (p[i] < 0 || p[i] > width || p[i + 1] < 0 || p[i + 1] > height) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where the nose stands along the line through the eyes, in the face's own rotated frame, so that
   * a tilted head does not count: 1 in the middle of the eyes, 0 at an eye, negative beyond it, as
   * far as the distance of the eyes goes into it twice. Full profiles measure −0.5 and less.
   *
   * @param p {@code float[10]} as in {@link DetectedFace}
   */
  public static double frontality(float[] p) {
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
