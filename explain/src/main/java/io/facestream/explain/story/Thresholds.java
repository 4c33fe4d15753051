package io.facestream.explain.story;

import io.facestream.explain.change.Figures;
import io.facestream.wire.AppliedThreshold;

/** Thresholds in words. */
public final class Thresholds {
  private Thresholds() {}

  /** Whose it is, and what it follows from. */
  public static String origin(AppliedThreshold threshold) {
    String whose =
        threshold.policyVersion() == null
            ? threshold.origin()
            : threshold.origin() + " (policy of version " + threshold.policyVersion() + ")";
    if (threshold.falseAlerts() == null) {
      return whose;
    }
    return whose
        + ", for "
        + Figures.share(threshold.falseAlerts())
        + " of strangers' visits among "
        + Figures.templates(threshold.templates())
        + (Boolean.TRUE.equals(threshold.beyondCurve()) ? ", beyond what was measured" : "");
  }
}
