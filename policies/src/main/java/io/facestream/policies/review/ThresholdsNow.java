package io.facestream.policies.review;

import io.facestream.client.policies.StoredPolicies;
import io.facestream.decision.Calibration;
import io.facestream.decision.Contender;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.UnusableRecordException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the person who was named has to reach by the topic of policies as it is now, on top of what
 * the verdict says of the job's options and of the gallery: the threshold that applied then.
 */
final class ThresholdsNow {
  private final NamedFace mistake;
  private final Contender person;
  private final DecisionRule rule;

  /** Of one person. */
  ThresholdsNow(NamedFace mistake, StoredPolicies stored) {
    this.mistake = mistake;
    AppliedThreshold then = mistake.threshold();
    PolicyKey own = PolicyKey.person(mistake.match().personId());
    boolean ofTheGallery = then.policyVersion() == null && then.origin().equals(own.toString());
    this.person =
        new Contender(
            own.name(),
            mistake.match().watchlists(),
            ofTheGallery ? (float) then.cosine() : null,
            mistake.match().similarity());
    FalseMatchCurve curve = curve(stored);
    Map<PolicyKey, StatedPolicy> stated = new HashMap<>();
    stored
        .byKey()
        .forEach(
            (key, policy) -> {
              // Without a curve the job cannot keep to a share either: such a policy changes
              // nothing.
              if (policy.policy().falseAlerts() == null || curve != null) {
                stated.put(key, new StatedPolicy(policy.policy(), policy.version()));
              }
            });
    this.rule =
        new DecisionRule(
            new Policies(options(then), stated), curve == null ? null : new Calibration(curve));
  }

  /** A pack that this version does not know matters only where a share has to be turned. */
  private FalseMatchCurve curve(StoredPolicies stored) {
    boolean shares =
        stored.byKey().values().stream().anyMatch(policy -> policy.policy().falseAlerts() != null);
    return shares
        ? ModelPacks.named(mistake.verdict().models().pack()).embedder().falseMatches()
        : null;
  }

  private static Map<PolicyKey, Policy> options(AppliedThreshold then) {
    Policy fixed = Policy.ofThreshold(then.cosine());
    Map<PolicyKey, Policy> options = new HashMap<>(Map.of(PolicyKey.DEFAULT, fixed));
    if (then.policyVersion() == null) {
      try {
        PolicyKey origin = PolicyKey.parse(then.origin());
        if (origin.scope() != PolicyKey.Scope.PERSON) {
          options.put(origin, fixed);
        }
      } catch (UnusableRecordException e) {
        // An origin that a later version has: the default stands for it.
      }
    }
    return options;
  }

  /** Cosine at the camera of the mistake. */
  double here() {
    return at(mistake.verdict().cameraId());
  }

  /** Cameras with a policy of their own by which the person has to reach more than a cosine. */
  List<String> camerasAbove(double cosine, StoredPolicies stored) {
    Stream<PolicyKey> cameras =
        stored.byKey().keySet().stream().filter(key -> key.scope() == PolicyKey.Scope.CAMERA);
    return cameras.map(PolicyKey::name).filter(camera -> at(camera) > cosine).toList();
  }

  private double at(String cameraId) {
    long templates =
        mistake.verdict().gallery() == null ? 1 : mistake.verdict().gallery().templates();
    return rule.thresholdFor(person, cameraId, templates).cosine();
  }
}
