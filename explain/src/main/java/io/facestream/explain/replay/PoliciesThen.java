package io.facestream.explain.replay;

import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.Verdict;
import java.util.HashMap;
import java.util.Map;

/** What an operator had laid down when a verdict was given, as far as the verdict says. */
public final class PoliciesThen {
  private PoliciesThen() {}

  /**
   * The thresholds that applied to its faces; of a person's own the gallery tells.
   *
   * @param otherwise what applied where the verdict says nothing, the margin included
   */
  public static Policies of(Verdict verdict, Policies otherwise) {
    Map<PolicyKey, Policy> ofOptions = new HashMap<>(otherwise.ofOptions());
    Map<PolicyKey, StatedPolicy> stated = new HashMap<>(otherwise.stated());
    for (Face face : verdict.faces()) {
      AppliedThreshold applied = face.threshold();
      if (applied == null) {
        continue;
      }
      PolicyKey key = keyOf(applied);
      if (key == null) {
        continue; // of a version that knows more kinds
      }
      if (applied.policyVersion() != null) {
        Policy known = stated.containsKey(key) ? stated.get(key).policy() : null;
        stated.put(key, new StatedPolicy(with(known, applied), applied.policyVersion()));
      } else if (key.scope() != PolicyKey.Scope.PERSON) {
        ofOptions.put(key, with(ofOptions.get(key), applied));
      }
    }
    return new Policies(ofOptions, stated);
  }

  private static PolicyKey keyOf(AppliedThreshold applied) {
    try {
      return PolicyKey.parse(applied.origin());
    } catch (UnusableRecordException e) {
      return null;
    }
  }

  private static Policy with(Policy known, AppliedThreshold applied) {
    Double cosine = applied.falseAlerts() == null ? applied.cosine() : null;
    return known == null
        ? new Policy(cosine, applied.falseAlerts(), null, null, null, null, null)
        : new Policy(
            cosine,
            applied.falseAlerts(),
            known.margin(),
            known.confirm(),
            known.reviewRequired(),
            known.record(),
            null);
  }
}
