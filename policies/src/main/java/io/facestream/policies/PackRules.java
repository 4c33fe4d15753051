package io.facestream.policies;

import io.facestream.decision.Calibration;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Policy;

/** The rule by which a job of some model pack decides. */
public final class PackRules {
  private PackRules() {}

  /**
   * The rule.
   *
   * @throws PolicyException when a share is asked for that nobody has measured for the pack
   */
  public static DecisionRule rule(Policies policies, ModelPack pack) {
    FalseMatchCurve curve = pack.embedder().falseMatches();
    try {
      return new DecisionRule(policies, curve == null ? null : new Calibration(curve));
    } catch (IllegalArgumentException e) {
      throw new PolicyException("With pack '" + pack.name() + "': " + e.getMessage());
    }
  }

  /**
   * Refuses what a job of this pack would refuse, though a policy may say it.
   *
   * @throws PolicyException with the reason
   */
  public static void requireUsable(Policy policy, String pack) {
    if (policy.falseAlerts() != null && ModelPacks.named(pack).embedder().falseMatches() == null) {
      throw new PolicyException(
          "Nobody has measured how often pack '"
              + pack
              + "' takes a stranger for somebody else, so a threshold must be a cosine");
    }
  }
}
