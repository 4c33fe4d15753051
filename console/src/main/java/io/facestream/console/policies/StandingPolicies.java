package io.facestream.console.policies;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.decision.Policies;
import io.facestream.decision.ReviewersAsked;
import io.facestream.decision.StatedPolicy;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Zone;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies as they were some seconds ago, for what must not wait for the broker: lists of
 * sightings say by them how many reviews are still awaited, and pictures of cameras where faces are
 * ignored. What was read last stays while the broker is away.
 */
public final class StandingPolicies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandingPolicies.class);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final String ONLY = "policies";

  /** What counts of them has no threshold, and policies have to have one. */
  private static final Map<PolicyKey, Policy> NO_OPTIONS =
      Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(1));

  private final PolicyTopic topic;
  private final ExecutorService reader;
  private final LoadingCache<String, Policies> cache;

  /**
   * @param topic null for none
   */
  public StandingPolicies(PolicyTopic topic) {
    this.topic = topic;
    reader =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "read-policies");
              thread.setDaemon(true);
              return thread;
            });
    cache = Caffeine.newBuilder().refreshAfterWrite(FRESH).executor(reader).build(key -> read());
    cache.put(ONLY, of(Map.of()));
    if (topic != null) {
      cache.refresh(ONLY);
    }
  }

  private Policies read() {
    if (topic != null) {
      try {
        return of(topic.read().byKey());
      } catch (RuntimeException e) {
        LOG.debug("Policies cannot be read at the moment", e);
      }
    }
    return cache.getIfPresent(ONLY);
  }

  /** What was read elsewhere, and is newer. */
  void take(Map<PolicyKey, StoredPolicy> policies) {
    cache.put(ONLY, of(policies));
  }

  /** How many people a review takes; for one thread. */
  public ReviewersAsked reviewers() {
    return new ReviewersAsked(cache.get(ONLY));
  }

  /** The zones of a camera's picture in which faces are ignored. */
  public List<Zone> ignoredAt(String cameraId) {
    return cache.get(ONLY).ignoredAt(cameraId);
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
    reader.shutdownNow();
  }
}
