package io.facestream.explain.change;

import io.facestream.decision.Calibration;
import io.facestream.decision.Decision;
import io.facestream.decision.Policies;
import io.facestream.explain.change.Change.Kind;
import io.facestream.wire.ReasonCode;
import java.util.List;

/**
 * What would have led to another answer for a face that was searched, one thing at a time. Each is
 * tried on the rule itself, and told only when the answer is another then.
 */
public final class Changes {
  private final OtherPolicies policies;

  /**
   * Beside these policies.
   *
   * @param calibrationOrNull null for an embedder whose false matches nobody has measured
   */
  public Changes(Policies policies, Calibration calibrationOrNull) {
    this.policies = new OtherPolicies(policies, calibrationOrNull);
  }

  /** What would have led to another answer. */
  public List<Change> forAnotherAnswer(Searched face) {
    Decision now = policies.decide(face);
    if (now.reasonCode() == ReasonCode.NO_CANDIDATE) {
      return List.of(new Change(Kind.PHOTOS, "somebody enrolled who resembles this face"));
    }
    return now.isMatch()
        ? new AwayFromAMatch(policies, face, now).changes()
        : new TowardsAMatch(policies, face, now).changes();
  }
}
