package io.facestream.gallery.importing;

/** Brings vectors to length 1, as every template has it. */
final class UnitVectors {
  /**
   * Rounding of float32 and of float16, in which embeddings are often stored, changes a length by
   * less; what differs more was never normalised.
   */
  private static final double TOLERANCE = 1e-3;

  /** What a vector was. */
  enum Kind {
    /** Of length 1 but for rounding, which is removed. */
    UNIT,
    /** Of another length; now of length 1. */
    OTHER_LENGTH,
    /** Without a direction; left as it is. */
    ZERO,
    /** With NaN or infinite numbers; left as it is. */
    NOT_FINITE
  }

  private UnitVectors() {}

  /** Normalises in place when needed. */
  static Kind normalise(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    if (!Double.isFinite(square)) {
      return Kind.NOT_FINITE;
    }
    if (square < 1e-24) {
      return Kind.ZERO;
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return Math.abs(length - 1) <= TOLERANCE ? Kind.UNIT : Kind.OTHER_LENGTH;
  }
}
