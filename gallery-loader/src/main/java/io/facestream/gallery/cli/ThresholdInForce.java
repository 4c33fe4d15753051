package io.facestream.gallery.cli;

import io.facestream.decision.Calibration;
import io.facestream.decision.Calibration.Calibrated;
import io.facestream.decision.ThresholdPolicy;
import io.facestream.decision.ThresholdPolicy.FalseAlertShare;
import io.facestream.decision.ThresholdPolicy.Fixed;
import io.facestream.gallery.check.Traffic;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.FalseMatchCurve;
import java.util.Locale;

/**
 * From which cosine on the job names somebody.
 *
 * @param cosine −1…1
 * @param origin where it comes from, for people
 */
record ThresholdInForce(double cosine, String origin) {

  /**
   * What the job said last, or else what it would take without options.
   *
   * @param traffic null when there are no verdicts
   */
  static ThresholdInForce of(Traffic traffic, ModelPack pack, int templates) {
    if (traffic != null && traffic.threshold() != null) {
      return new ThresholdInForce(traffic.threshold(), "as the latest verdict says");
    }
    FalseMatchCurve curve = pack.embedder().falseMatches();
    ThresholdPolicy usual = ThresholdPolicy.usual(curve, pack.thresholds().gallerySimilarity());
    if (usual instanceof Fixed fixed) {
      return new ThresholdInForce(
          fixed.cosine(), "which pack " + pack.name() + " has for any gallery");
    }
    double share = ((FalseAlertShare) usual).share();
    Calibrated calibrated = new Calibration(curve).cosineFor(share, templates);
    return new ThresholdInForce(
        calibrated.cosine(),
        String.format(
            Locale.ROOT,
            "which the job takes so that %.1f %% of strangers' visits are named%s",
            100 * share,
            calibrated.beyondCurve() ? " (a guess, beyond the measured curve)" : ""));
  }
}
