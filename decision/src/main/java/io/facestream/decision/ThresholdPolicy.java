package io.facestream.decision;

import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Policy;
import java.io.Serializable;

/** From which cosine on a candidate is a match. */
public sealed interface ThresholdPolicy extends Serializable {

  /**
   * What applies where nothing is laid down.
   *
   * @param curveOrNull the embedder's; null when nobody has measured it
   * @param unmeasured the cosine to take then
   */
  static ThresholdPolicy usual(FalseMatchCurve curveOrNull, double unmeasured) {
    return curveOrNull == null ? new Fixed(unmeasured) : FalseAlertShare.USUAL;
  }

  /** What a policy says of it; null when nothing. */
  static ThresholdPolicy of(Policy policy) {
    if (policy.threshold() != null) {
      return new Fixed(policy.threshold());
    }
    return policy.falseAlerts() == null ? null : new FalseAlertShare(policy.falseAlerts());
  }

  /** The policy that says this and no more. */
  Policy policy();

  /**
   * The same cosine for every gallery.
   *
   * @param cosine −1…1
   */
  record Fixed(double cosine) implements ThresholdPolicy {
    /** Checks the range. */
    public Fixed {
      if (!(cosine >= -1 && cosine <= 1)) {
        throw new IllegalArgumentException("A cosine lies in −1…1: " + cosine);
      }
    }

    @Override
    public Policy policy() {
      return Policy.ofThreshold(cosine);
    }
  }

  /**
   * The cosine at which this share of visits of strangers is named, whatever the size of the
   * gallery: the larger it is, the higher the cosine.
   *
   * @param share above 0, below 1
   */
  record FalseAlertShare(double share) implements ThresholdPolicy {
    /**
     * One visit in some three hundred: with a hundred strangers a day, one false alert in three.
     */
    public static final FalseAlertShare USUAL = new FalseAlertShare(0.003);

    /** Checks the range. */
    public FalseAlertShare {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "A share of false alerts lies between 0 and 1: " + share);
      }
    }

    @Override
    public Policy policy() {
      return Policy.ofFalseAlerts(share);
    }
  }
}
