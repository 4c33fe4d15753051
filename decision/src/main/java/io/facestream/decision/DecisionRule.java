package io.facestream.decision;

import io.facestream.decision.Calibration.Calibrated;
import io.facestream.decision.ThresholdPolicy.FalseAlertShare;
import io.facestream.decision.ThresholdPolicy.Fixed;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.ReasonCode;
import java.util.List;

/** Decides for a face that was searched whether its best contender is a match. */
public final class DecisionRule {
  /** The least cosine there is: what the next person has who does not exist. */
  private static final double LEAST_SIMILARITY = -1;

  private final Policies policies;
  private final Calibration calibration;

  /**
   * A rule.
   *
   * @param policies what an operator has laid down
   * @param calibrationOrNull null for an embedder whose curve nobody has measured: such policies
   *     have fixed cosines only
   * @throws IllegalArgumentException when a policy names a share and there is no calibration
   */
  public DecisionRule(Policies policies, Calibration calibrationOrNull) {
    this.policies = policies;
    this.calibration = calibrationOrNull;
    if (calibrationOrNull == null && namesAShare(policies)) {
      throw new IllegalArgumentException(
          "Nobody has measured how often this embedder takes a stranger for somebody else, so a"
              + " threshold must be a cosine");
    }
  }

  private static boolean namesAShare(Policies policies) {
    return policies.threshold() instanceof FalseAlertShare
        || policies.ofWatchlists().values().stream().anyMatch(FalseAlertShare.class::isInstance)
        || policies.ofCameras().values().stream().anyMatch(FalseAlertShare.class::isInstance);
  }

  /**
   * Decides.
   *
   * @param bestFirst the best persons, each once
   * @param cameraId where the face was seen
   * @param templates of the gallery that was searched
   */
  public Decision decide(List<Contender> bestFirst, String cameraId, long templates) {
    if (bestFirst.isEmpty()) {
      return new Decision(null, 0, ReasonCode.NO_CANDIDATE, Reasons.NOBODY);
    }
    Contender best = bestFirst.get(0);
    Contender next = bestFirst.size() > 1 ? bestFirst.get(1) : null;
    AppliedThreshold threshold = thresholdFor(best, cameraId, templates);
    double margin = best.similarity() - (next == null ? LEAST_SIMILARITY : next.similarity());
    if (best.similarity() < threshold.cosine()) {
      return new Decision(
          threshold, margin, ReasonCode.BELOW_THRESHOLD, Reasons.belowThreshold(best, threshold));
    }
    if (margin < policies.margin()) {
      return new Decision(
          threshold,
          margin,
          ReasonCode.TOO_CLOSE,
          Reasons.tooClose(best, next, margin, policies.margin()));
    }
    return new Decision(threshold, margin, null, null);
  }

  /** What a person has to reach at a camera. */
  public AppliedThreshold thresholdFor(Contender person, String cameraId, long templates) {
    if (person.threshold() != null) {
      return AppliedThreshold.fixed("person/" + person.personId(), person.threshold());
    }
    for (String watchlist : person.watchlists()) {
      ThresholdPolicy policy = policies.ofWatchlists().get(watchlist);
      if (policy != null) {
        return applied("watchlist/" + watchlist, policy, templates);
      }
    }
    ThresholdPolicy ofCamera = policies.ofCameras().get(cameraId);
    return ofCamera != null
        ? applied("camera/" + cameraId, ofCamera, templates)
        : applied(AppliedThreshold.DEFAULT, policies.threshold(), templates);
  }

  private AppliedThreshold applied(String origin, ThresholdPolicy policy, long templates) {
    if (policy instanceof FalseAlertShare wished) {
      Calibrated calibrated = calibration.cosineFor(wished.share(), templates);
      return new AppliedThreshold(
          calibrated.cosine(), origin, wished.share(), templates, calibrated.beyondCurve());
    }
    return AppliedThreshold.fixed(origin, ((Fixed) policy).cosine());
  }
}
