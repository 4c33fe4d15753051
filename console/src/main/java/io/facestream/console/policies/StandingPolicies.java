package io.facestream.console.policies;

import io.facestream.client.follow.SteadyReader;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.decision.Policies;
import io.facestream.decision.ReviewersAsked;
import io.facestream.decision.StatedPolicy;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The policies as the topic has them a moment later, for what must not wait for the broker: lists
 * of sightings say by them how many reviews are still awaited, and pictures of cameras where faces
 * are ignored. What was read last stays while the broker is away.
 */
public final class StandingPolicies implements AutoCloseable {
  /** What counts of them has no threshold, and policies have to have one. */
  private static final Map<PolicyKey, Policy> NO_OPTIONS =
      Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(1));

  private final SteadyReader reader;
  private volatile Policies now = of(Map.of());

  /**
   * @param topic null for none
   */
  public StandingPolicies(PolicyTopic topic) {
    reader = topic == null ? null : topic.follow(this::take);
  }

  /** What the topic holds. */
  void take(Map<PolicyKey, StoredPolicy> policies) {
    now = of(policies);
  }

  /** How many people a review takes; for one thread. */
  public ReviewersAsked reviewers() {
    return new ReviewersAsked(now);
  }

  /** The zones of a camera's picture in which faces are ignored. */
  public List<Zone> ignoredAt(String cameraId) {
    return now.ignoredAt(cameraId);
  }

  private static Policies of(Map<PolicyKey, StoredPolicy> policies) {
    return new Policies(NO_OPTIONS, stated(policies));
  }

  /** As the rule of decision takes them. */
  public static Map<PolicyKey, StatedPolicy> stated(Map<PolicyKey, StoredPolicy> policies) {
    Map<PolicyKey, StatedPolicy> stated = new HashMap<>();
    policies.forEach(
        (key, policy) -> stated.put(key, new StatedPolicy(policy.policy(), policy.version())));
    return stated;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
