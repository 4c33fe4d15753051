package io.facestream.matcher.store;

/**
 * Brings one embedding at a time to int8: x/|x| = scale · q + r, q in −127…127, with |r| measured,
 * not estimated. The scale fits this embedding alone, so that one with a large component coarsens
 * nobody else's.
 */
public final class Quantizer {
  private static final int LARGEST = 127;

  private final byte[] codes;
  private float scale;
  private float residual;

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
    float largest = 0;
    for (int i = 0; i < dimension; i++) {
      largest = Math.max(largest, Math.abs(embedding[start + i]));
    }
    scale = (float) (largest / norm / LARGEST);
    double toUnit = 1 / norm;
    double toCode = toUnit / scale;
    double sumOfSquares = 0;
    for (int i = 0; i < dimension; i++) {
      double value = embedding[start + i];
      double code = Math.max(-LARGEST, Math.min(LARGEST, Math.rint(value * toCode)));
      double error = value * toUnit - code * scale;
      sumOfSquares += error * error;
      codes[i] = (byte) code;
    }
    // The sum above may be short by its own rounding, at most dimension ulps.
    residual = Math.nextUp((float) (Math.sqrt(sumOfSquares) * (1 + 1e-9) + 1e-12));
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
}
