package io.facestream.vision.quality;

/**
 * What the gate measured of a face, and what it wants.
 *
 * @param measure of what
 * @param value in the measure's unit
 * @param least the least that passes
 * @param most the most that passes; infinite where more is never too much
 */
public record Measurement(Measure measure, double value, double least, double most) {

  /** Whether the face passes in this respect. */
  public boolean passes() {
    return !(value < least) && !(value > most);
  }

  static Measurement atLeast(double least, Measure measure, double value) {
    return new Measurement(measure, value, least, Double.POSITIVE_INFINITY);
  }
}
