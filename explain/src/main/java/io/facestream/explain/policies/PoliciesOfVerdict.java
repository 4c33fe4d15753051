package io.facestream.explain.policies;

import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What had been laid down when a verdict was given, as far as the verdict says. */
public final class PoliciesOfVerdict {
  private PoliciesOfVerdict() {}

  /**
   * The options of the job, with the thresholds of theirs that the verdict names.
   *
   * @param otherwise what they are where the verdict says nothing
   */
  public static Policies options(Verdict verdict, Policies otherwise) {
    Map<PolicyKey, Policy> ofOptions = new HashMap<>(otherwise.ofOptions());
    thresholds(verdict)
        .forEach(
            (key, applied) -> {
              // A person's own is in the gallery.
              if (applied.policyVersion() == null && key.scope() != PolicyKey.Scope.PERSON) {
                ofOptions.put(key, with(ofOptions.get(key), applied));
              }
            });
    return new Policies(ofOptions, otherwise.stated());
  }

  /**
   * The same with the policies of the topic that the verdict names, by their versions.
   *
   * @param otherwise the topic's as far as they are known
   * @param missing takes the key of each whose record is not among those; of it only the threshold
   *     is known, by the verdict
   */
  static Policies stated(Verdict verdict, Policies otherwise, Map<PolicyKey, Long> missing) {
    Map<PolicyKey, StatedPolicy> stated = new HashMap<>(otherwise.stated());
    thresholds(verdict)
        .forEach(
            (key, applied) -> {
              Long version = applied.policyVersion();
              StatedPolicy known = stated.get(key);
              if (version == null && known != null && hasThreshold(known.policy())) {
                stated.remove(key); // it came later
              } else if (version != null
                  && (known == null || !Objects.equals(known.version(), version))) {
                missing.put(key, version);
                stated.put(key, new StatedPolicy(with(null, applied), version));
              }
            });
    return new Policies(otherwise.ofOptions(), stated);
  }

  private static boolean hasThreshold(Policy policy) {
    return policy.threshold() != null || policy.falseAlerts() != null;
  }

  private static Map<PolicyKey, AppliedThreshold> thresholds(Verdict verdict) {
    Map<PolicyKey, AppliedThreshold> thresholds = new LinkedHashMap<>();
    for (Face face : verdict.faces()) {
      if (face.threshold() != null) {
        try {
          thresholds.put(PolicyKey.parse(face.threshold().origin()), face.threshold());
        } catch (UnusableRecordException e) {
          // Of a version that knows more kinds.
        }
      }
    }
    return thresholds;
  }

  private static Policy with(Policy known, AppliedThreshold applied) {
    Policy others = known == null ? Policy.EMPTY : known;
    return new Policy(
        applied.falseAlerts() == null ? applied.cosine() : null,
        applied.falseAlerts(),
        others.margin(),
        others.confirm(),
        others.reviewRequired(),
        others.record(),
        others.cameras());
  }
}
