package io.facestream.wire;

/**
 * A point of a {@link FalseMatchCurve}.
 *
 * @param falseMatchRate share of the comparisons of two strangers that reach the cosine; above 0,
 *     at most 1
 * @param cosine −1…1
 */
public record CurvePoint(double falseMatchRate, double cosine) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is left
   */
  public CurvePoint {
    if (!(falseMatchRate > 0 && falseMatchRate <= 1)) {
      throw new IllegalArgumentException(
          "A false match rate is above 0 and at most 1: " + falseMatchRate);
    }
    if (!(cosine >= -1 && cosine <= 1)) {
      throw new IllegalArgumentException("A cosine lies in −1…1: " + cosine);
    }
  }
}
