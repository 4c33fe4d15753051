package io.facestream.policies.rehearsal;

import io.facestream.decision.Policies;
import io.facestream.decision.ThresholdPolicy;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a job was told by its options, as its verdicts show: each says whose threshold was applied,
 * and that no policy of the topic laid it down. The latest counts. A margin shows in no verdict.
 */
public final class OptionsSeen {
  private record Seen(Instant at, Policy policy) {}

  private final Map<PolicyKey, Seen> byKey = new HashMap<>();
  private Instant latest = Instant.MIN;
  private String pack;

  /**
   * Takes a verdict, in any order.
   *
   * @param at time of its record
   */
  public void add(Instant at, Verdict verdict) {
    if (verdict.models() != null && !at.isBefore(latest)) {
      latest = at;
      pack = verdict.models().pack();
    }
    for (Face face : verdict.faces()) {
      if (face.threshold() != null && face.threshold().policyVersion() == null) {
        add(at, face.threshold());
      }
    }
  }

  private void add(Instant at, AppliedThreshold threshold) {
    try {
      PolicyKey key = PolicyKey.parse(threshold.origin());
      // A person's own is the gallery's.
      if (key.scope() != PolicyKey.Scope.PERSON) {
        Policy policy =
            threshold.falseAlerts() == null
                ? Policy.ofThreshold(threshold.cosine())
                : Policy.ofFalseAlerts(threshold.falseAlerts());
        byKey.merge(
            key,
            new Seen(at, policy),
            (before, now) -> now.at().isBefore(before.at()) ? before : now);
      }
    } catch (UnusableRecordException e) {
      // An origin that a later version has: nothing that could be laid down here.
    }
  }

  /** The pack of the latest verdict; null when there was none. */
  public String pack() {
    return pack;
  }

  /**
   * Those policies; the default is what the job takes without options where no verdict shows it.
   *
   * @param margin what the job was told, 0 when nothing
   */
  public Policies policies(ModelPack ofPack, double margin) {
    Map<PolicyKey, Policy> policies = new HashMap<>();
    byKey.forEach((key, seen) -> policies.put(key, seen.policy()));
    Policy threshold =
        policies.getOrDefault(
            PolicyKey.DEFAULT,
            ThresholdPolicy.usual(
                    ofPack.embedder().falseMatches(), ofPack.thresholds().gallerySimilarity())
                .policy());
    policies.put(
        PolicyKey.DEFAULT,
        new Policy(threshold.threshold(), threshold.falseAlerts(), margin, null, null, null, null));
    return Policies.ofOptions(policies);
  }
}
