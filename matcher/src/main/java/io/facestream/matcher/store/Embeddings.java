package io.facestream.matcher.store;

/** Checks embeddings and brings them to one scale. */
public final class Embeddings {
  private Embeddings() {}

  /** Whether an embedding has a direction: every component finite, and not all of them zero. */
  public static boolean isUsable(float[] source, int start, int dimension) {
    boolean nonZero = false;
    for (int i = start; i < start + dimension; i++) {
      if (!Float.isFinite(source[i])) {
        return false;
      }
      nonZero |= source[i] != 0;
    }
    return nonZero;
  }

  /**
   * Copies an embedding, multiplied by the power of two that brings its largest component to 1…2.
   * That changes no significant digit, and no sum of products can then overflow or underflow.
   *
   * @param what names the embedding in messages
   * @return the norm of the copy, in double: 1…2√dimension
   * @throws IllegalArgumentException when the embedding is zero or not finite
   */
  public static double copyScaled(
      float[] source,
      int sourceStart,
      float[] target,
      int targetStart,
      int dimension,
      String what) {
    int magnitude = 0;
    for (int i = 0; i < dimension; i++) {
      magnitude = Math.max(magnitude, magnitude(source[sourceStart + i]));
    }
    float largest = Float.intBitsToFloat(magnitude);
    if (!Float.isFinite(largest)) {
      throw new IllegalArgumentException(what + notFinite(source, sourceStart));
    }
    if (largest == 0) {
      throw new IllegalArgumentException(
          what + " is zero in every component and has no direction; leave it out");
    }
    // In double, because the exponent of a denormal float is not a float's exponent.
    double scale = Math.scalb(1.0, -Math.getExponent((double) largest));
    double sumOfSquares = 0;
    for (int i = 0; i < dimension; i++) {
      float scaled = (float) (source[sourceStart + i] * scale);
      target[targetStart + i] = scaled;
      sumOfSquares += (double) scaled * scaled;
    }
    return Math.sqrt(sumOfSquares);
  }

  private static String notFinite(float[] source, int start) {
    int i = start;
    while (Float.isFinite(source[i])) {
      i++;
    }
    return " has "
        + source[i]
        + " at component "
        + (i - start)
        + "; every component must be finite";
  }

  /**
   * An int that grows with |value|; of what is not finite it is larger than of all else. Ints are
   * compared several times as fast as floats, which have to look out for NaN.
   */
  static int magnitude(float value) {
    return Float.floatToRawIntBits(value) & Integer.MAX_VALUE;
  }
}
