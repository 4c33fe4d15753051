package io.facestream.vision.face;

/**
 * The rotation, scale and shift that bring five landmarks closest to a template, by least squares
 * and without reflection (S. Umeyama, 1991; in two dimensions the solution is closed). The template
 * is the one that ArcFace models are trained with (J. Deng et al., 2019, as in OpenCV's
 * FaceRecognizerSF).
 */
public final class SimilarityTransform {
  private static final float[] TEMPLATE = {
    38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f,
    92.2041f
  };
  private static final int POINTS = 5;

  private SimilarityTransform() {}

  /**
   * From picture to 112×112.
   *
   * @param points {@code float[10]}: x, y of the five landmarks
   * @return {@code double[6]}: the 2×3 matrix {@code [a −b tx; b a ty]}, row-major
   */
  public static double[] toTemplate(float[] points) {
    double meanX = mean(points, 0);
    double meanY = mean(points, 1);
    double targetX = mean(TEMPLATE, 0);
    double targetY = mean(TEMPLATE, 1);
    double along = 0;
    double across = 0;
    double spread = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = points[2 * i] - meanX;
      double y = points[2 * i + 1] - meanY;
      double u = TEMPLATE[2 * i] - targetX;
      double v = TEMPLATE[2 * i + 1] - targetY;
      along += x * u + y * v;
      across += x * v - y * u;
      spread += x * x + y * y;
    }
    // All landmarks in one point: any scale fits equally badly, and none may divide by zero.
    double a = spread == 0 ? 0 : along / spread;
    double b = spread == 0 ? 0 : across / spread;
    return new double[] {
      a, -b, targetX - a * meanX + b * meanY, b, a, targetY - b * meanX - a * meanY
    };
  }

  /** How much larger a face becomes in its crop: above 1 its pixels are too few for it. */
  public static double scaleToTemplate(float[] points) {
    double[] matrix = toTemplate(points);
    return Math.hypot(matrix[0], matrix[3]);
  }

  /** The same transform for pixels of which each stands for several along a side. */
  public static double[] fromReduced(double[] transform, int reduction) {
    double[] m = transform.clone();
    for (int i : new int[] {0, 1, 3, 4}) {
      m[i] *= reduction;
    }
    return m;
  }

  private static double mean(float[] points, int first) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += points[2 * i + first];
    }
    return sum / POINTS;
  }
}
