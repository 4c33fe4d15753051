package io.facestream.vision.builtin.generator;

/**
 * Gabor filters on brightness: a cosine and a sine wave under a bell, at several directions and
 * wavelengths (J. G. Daugman, "Uncertainty relation for resolution in space, spatial frequency, and
 * orientation", 1985).
 */
final class OrientedFilters {

  static final int SIDE = 9;
  private static final int DIRECTIONS = 4;
  private static final double[] WAVELENGTHS = {4, 7};

  /** Directions × wavelengths × (even, odd). */
  static final int COUNT = DIRECTIONS * WAVELENGTHS.length * 2;

  /** Shares of R, G, B in brightness, ITU-R BT.601. */
  private static final double[] LUMA = {0.299, 0.587, 0.114};

  private OrientedFilters() {}

  /** {@code float[COUNT * 3 * SIDE * SIDE]}, as a Conv operator takes them. */
  static float[] weights() {
    float[] weights = new float[COUNT * 3 * SIDE * SIDE];
    int filter = 0;
    for (double wavelength : WAVELENGTHS) {
      for (int d = 0; d < DIRECTIONS; d++) {
        double angle = StrictMath.PI * d / DIRECTIONS;
        put(weights, filter++, kernel(wavelength, angle, 0));
        put(weights, filter++, kernel(wavelength, angle, StrictMath.PI / 2));
      }
    }
    return weights;
  }

  private static void put(float[] weights, int filter, double[] kernel) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < kernel.length; i++) {
        weights[(filter * 3 + c) * kernel.length + i] = (float) (kernel[i] * LUMA[c]);
      }
    }
  }

  private static double[] kernel(double wavelength, double angle, double phase) {
    double[] kernel = new double[SIDE * SIDE];
    double sigma = 0.5 * wavelength;
    double sum = 0;
    double bells = 0;
    double[] bell = new double[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      double x = i % SIDE - SIDE / 2;
      double y = i / SIDE - SIDE / 2;
      double along = x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
      bell[i] = StrictMath.exp(-(x * x + y * y) / (2 * sigma * sigma));
      kernel[i] = bell[i] * StrictMath.cos(2 * StrictMath.PI * along / wavelength + phase);
      sum += kernel[i];
      bells += bell[i];
    }
    double size = 0;
    for (int i = 0; i < kernel.length; i++) {
      // No answer to even brightness.
      kernel[i] -= bell[i] * sum / bells;
      size += Math.abs(kernel[i]);
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= size;
    }
    return kernel;
  }
}
