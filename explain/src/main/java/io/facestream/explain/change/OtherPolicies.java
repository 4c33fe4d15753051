package io.facestream.explain.change;

import io.facestream.decision.Calibration;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.decision.ThresholdPolicy;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.OptionalDouble;

/** What the rule would say if an operator had laid down something else. */
final class OtherPolicies {
  /** Whoever names more than half of all strangers needs no threshold. */
  private static final double MOST_SHARE = 0.5;

  /** Rarer than one in a billion is nothing to promise. */
  private static final double LEAST_SHARE = 1e-9;

  private static final long MOST_TEMPLATES = 1_000_000_000L;
  private static final int HALVINGS = 60;
  private static final long NO_VERSION = 0;

  private final Policies policies;
  private final Calibration calibration;
  private final DecisionRule rule;

  /**
   * @param calibrationOrNull null for an embedder whose false matches nobody has measured
   */
  OtherPolicies(Policies policies, Calibration calibrationOrNull) {
    this.policies = policies;
    this.calibration = calibrationOrNull;
    this.rule = new DecisionRule(policies, calibrationOrNull);
  }

  /** What the rule says as it is. */
  Decision decide(Searched face) {
    return face.by(rule);
  }

  /** How far the best person must be ahead. */
  double marginFor(Searched face) {
    return rule.marginFor(face.best(), face.cameraId());
  }

  /** The least share above the present one by which a cosine suffices; empty when none does. */
  OptionalDouble leastShareFor(double cosine, AppliedThreshold needed) {
    return needed.falseAlerts() == null || cosineFor(MOST_SHARE, needed.templates()) > cosine
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            boundary(cosine, needed.templates(), needed.falseAlerts(), MOST_SHARE)[1]);
  }

  /** The largest share below the present one by which a cosine does not suffice; empty: none. */
  OptionalDouble mostShareAbove(double cosine, AppliedThreshold needed) {
    return needed.falseAlerts() == null || cosineFor(LEAST_SHARE, needed.templates()) <= cosine
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            boundary(cosine, needed.templates(), LEAST_SHARE, needed.falseAlerts())[0]);
  }

  /** The shares on both sides of the one at which a cosine begins to suffice. */
  private double[] boundary(double cosine, long templates, double low, double high) {
    double notEnough = low;
    double enough = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(notEnough * enough);
      if (cosineFor(middle, templates) <= cosine) {
        enough = middle;
      } else {
        notEnough = middle;
      }
    }
    return new double[] {notEnough, enough};
  }

  /** The largest gallery, below the present one, in which a cosine suffices; 0 when in none. */
  long mostTemplatesFor(double cosine, AppliedThreshold needed) {
    return needed.falseAlerts() == null
        ? 0
        : Figures.least(
                1, needed.templates(), count -> cosineFor(needed.falseAlerts(), count) > cosine)
            - 1;
  }

  /** The least gallery, above the present one, in which a cosine does not suffice; 0: none. */
  long leastTemplatesBeyond(double cosine, AppliedThreshold needed) {
    return needed.falseAlerts() == null
        ? 0
        : Math.max(
            0,
            Figures.least(
                needed.templates(),
                MOST_TEMPLATES,
                count -> cosineFor(needed.falseAlerts(), count) > cosine));
  }

  private double cosineFor(double share, long templates) {
    return calibration.cosineFor(share, templates).cosine();
  }

  /** With another threshold and another margin for the best person. */
  Decision decide(Searched face, ThresholdPolicy threshold, double margin) {
    Policy other = threshold.policy();
    Policies others =
        policies.with(
            PolicyKey.person(face.best().personId()),
            new StatedPolicy(
                new Policy(other.threshold(), other.falseAlerts(), margin, null, null, null, null),
                NO_VERSION));
    return face.by(new DecisionRule(others, calibration));
  }
}
