package io.facestream.matcher.store;

/**
 * Brings one embedding at a time to int8: x/|x| = scale · q + r, q in −127…127, with |r| measured,
 * not estimated. The scale fits this embedding alone, so that one with a large component coarsens
 * nobody else's.
 *
 * <p>What the high nibbles say alone is h = (q + 128)/16, rounded down, and x/|x| = coarse scale ·
 * (2·h − 15) + r′: with the scale that makes |r′| least, and |r′| measured with it as it was
 * rounded.
 */
public final class Quantizer {
  private static final int LARGEST = 127;

  private final byte[] codes;
  private float scale;
  private float residual;
  private float coarseScale;
  private float coarseResidual;

  /**
   * @param stride length of {@link #codes()}, at least the dimension; the rest stays zero
   */
  public Quantizer(int stride) {
    codes = new byte[stride];
  }

  /**
   * @param embedding {@code float[]}, finite, not zero
   * @param norm its norm in double
   */
  public void quantize(float[] embedding, int start, int dimension, double norm) {
    int largest = 0;
    for (int i = 0; i < dimension; i++) {
      largest = Math.max(largest, Embeddings.magnitude(embedding[start + i]));
    }
    scale = (float) (Float.intBitsToFloat(largest) / norm / LARGEST);
    double toUnit = 1 / norm;
    double toCode = toUnit / scale;
    double coarseSquares = 0;
    double coarseProduct = 0;
    for (int i = 0; i < dimension; i++) {
      double value = embedding[start + i];
      codes[i] = (byte) Math.rint(value * toCode);
      int coarse = coarse(codes[i]);
      coarseSquares += coarse * coarse;
      coarseProduct += value * coarse;
    }
    coarseScale = (float) (coarseProduct * toUnit / coarseSquares);
    measure(embedding, start, dimension, toUnit);
  }

  private void measure(float[] embedding, int start, int dimension, double toUnit) {
    double fine = 0;
    double rough = 0;
    for (int i = 0; i < dimension; i++) {
      double unit = embedding[start + i] * toUnit;
      double error = unit - codes[i] * (double) scale;
      fine += error * error;
      double coarseError = unit - coarse(codes[i]) * (double) coarseScale;
      rough += coarseError * coarseError;
    }
    residual = roundedUp(fine);
    coarseResidual = roundedUp(rough);
  }

  /** 2·h − 15: odd, −15…15. */
  private static int coarse(byte code) {
    return 2 * (code + 128 >> 4) - 15;
  }

  /** The sum may be short by its own rounding, at most dimension ulps. */
  private static float roundedUp(double sumOfSquares) {
    return Math.nextUp((float) (Math.sqrt(sumOfSquares) * (1 + 1e-9) + 1e-12));
  }

  /** {@code byte[stride]}, overwritten by the next call. */
  public byte[] codes() {
    return codes;
  }

  public float scale() {
    return scale;
  }

  /** An upper bound of |r|. */
  public float residual() {
    return residual;
  }

  /** The scale of what the high nibbles say, 2·h − 15. */
  public float coarseScale() {
    return coarseScale;
  }

  /** An upper bound of |r′|. */
  public float coarseResidual() {
    return coarseResidual;
  }
}
