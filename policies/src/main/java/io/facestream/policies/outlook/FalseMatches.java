package io.facestream.policies.outlook;

import io.facestream.decision.Calibration;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.FalseAlerts;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.FalseMatchCurve.Reading;

/** How often strangers match, by thresholds as they are applied. */
final class FalseMatches {
  private final FalseMatchCurve curve;
  private double unmatched;
  private boolean beyondCurve;

  /** By the curve of the embedder in use. */
  FalseMatches(FalseMatchCurve curve) {
    this.curve = curve;
  }

  /**
   * Adds the templates with which a view of a stranger is compared.
   *
   * @param templates that have this threshold
   * @param inReach all with which the view is compared
   */
  void add(long templates, AppliedThreshold threshold, long inReach) {
    double rate;
    if (threshold.falseAlerts() == null) {
      Reading reading = curve.fmrAt(threshold.cosine());
      beyondCurve |= !(reading instanceof Reading.Measured);
      rate = reading.value();
    } else {
      // Kept to what was wished, but for more than was ever measured.
      beyondCurve |= Boolean.TRUE.equals(threshold.beyondCurve());
      rate =
          Math.min(
              curve.points().get(0).falseMatchRate(),
              FalseAlerts.falseMatchRate(
                  threshold.falseAlerts(),
                  Math.max(1, inReach) * (long) Calibration.VIEWS_OF_A_VISIT));
    }
    unmatched += templates * Math.log1p(-rate);
  }

  /** The share of strangers' visits of which a view matches one of them, 0…1. */
  double share() {
    return -Math.expm1(unmatched * Calibration.VIEWS_OF_A_VISIT);
  }

  boolean beyondCurve() {
    return beyondCurve;
  }
}
