package io.facestream.matcher;

/** The final score. One order of summation for every kernel, so that scores agree to the bit. */
final class Cosine {
  private static final int LANES = 8;

  private Cosine() {}

  /**
   * The cosine of two embeddings in double: products of floats are exact there, sums run in eight
   * interleaved lanes, which are then added up pairwise.
   */
  static double of(
      float[] x, int xStart, double xNorm, float[] y, int yStart, double yNorm, int d) {
    double[] lanes = new double[LANES];
    int whole = d - d % LANES;
    for (int i = 0; i < whole; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        lanes[lane] += (double) x[xStart + i + lane] * y[yStart + i + lane];
      }
    }
    for (int i = whole; i < d; i++) {
      lanes[i - whole] += (double) x[xStart + i] * y[yStart + i];
    }
    double dot =
        ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
            + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    return Math.max(-1, Math.min(1, dot / (xNorm * yNorm)));
  }
}
