package io.facestream.console.policies;

import io.facestream.client.policies.PolicyTopic;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The policies as the topic has them, read anew each time: whoever changes one has seen what the
 * topic held then, also of what the command line laid down a moment ago, and a view that lags would
 * take an old one for the present. The topic is small. One console changes one policy at a time; a
 * command that writes within the few milliseconds between look and write is not seen.
 */
public final class PolicyDesk {
  private final PolicyTopic topic;
  private final StandingPolicies standing;

  /**
   * @param topic null for none
   * @param standing told of each change
   */
  public PolicyDesk(PolicyTopic topic, StandingPolicies standing) {
    this.topic = topic;
    this.standing = standing;
  }

  /** What was laid down has been changed since it was looked at. */
  public static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Changed() {
      super("Somebody has changed it meanwhile", null, false, false);
    }
  }

  /** Whether there is a topic. */
  public boolean isOpen() {
    return topic != null;
  }

  /** All of them, in the order of their keys. */
  public Map<PolicyKey, StoredPolicy> all() {
    Map<PolicyKey, StoredPolicy> all = topic.read().byKey();
    standing.take(all);
    return Collections.unmodifiableMap(all);
  }

  /**
   * Lays a policy down, or takes it back.
   *
   * @param policy null to take it back
   * @param expected of what is there now, empty for nothing: whether that is what was looked at
   * @return what is there now; empty when it was taken back
   * @throws Changed when it is not
   */
  public synchronized Optional<StoredPolicy> change(
      PolicyKey key, Policy policy, Predicate<Optional<StoredPolicy>> expected) {
    if (!expected.test(Optional.ofNullable(all().get(key)))) {
      throw new Changed();
    }
    topic.createIfMissing(TopicAdmin.REPLICATION_OF_THE_BROKER);
    topic.write(Collections.singletonMap(key, policy));
    StoredPolicy now = all().get(key);
    if (!Objects.equals(policy, now == null ? null : now.policy())) {
      throw new Changed();
    }
    return Optional.ofNullable(now);
  }
}
