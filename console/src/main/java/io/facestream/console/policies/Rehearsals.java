package io.facestream.console.policies;

import io.facestream.client.KafkaConnection;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.console.access.Scope;
import io.facestream.policies.rehearsal.RehearsalLimit;
import io.facestream.policies.rehearsal.RehearsalReport;
import io.facestream.policies.rehearsal.TopicRehearsal;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Rehearses changes on the verdicts of late, as the command line does; one at a time. */
public final class Rehearsals {
  /** What a request may take: less than what ends idle connections. */
  private static final RehearsalLimit LIMIT = new RehearsalLimit(500_000, Duration.ofSeconds(25));

  private final TopicRehearsal topic;
  private final PolicyDesk desk;
  private final Semaphore free = new Semaphore(1);

  /**
   * @param verdicts the topic that is read
   */
  public Rehearsals(KafkaConnection connection, String verdicts, PolicyDesk desk) {
    this(new TopicRehearsal(connection, verdicts, LIMIT), desk);
  }

  Rehearsals(TopicRehearsal topic, PolicyDesk desk) {
    this.topic = topic;
    this.desk = desk;
  }

  /** Nothing was rehearsed. */
  public static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
      /** Another one is under way. */
      BUSY,
      /** There are more verdicts than are read. */
      TOO_MUCH,
      /** There is no verdict of that time. */
      NO_VERDICTS
    }

    private final Reason reason;

    Impossible(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

  /**
   * What would have been otherwise, as far as the scope may know.
   *
   * @param changes by key, the new policy; null takes it back
   * @throws Impossible when nothing can be said
   * @throws io.facestream.policies.PolicyException when nobody has measured a share that is asked
   *     for
   */
  public RehearsalReport run(Map<PolicyKey, Policy> changes, Instant from, Scope scope) {
    if (!free.tryAcquire()) {
      throw new Impossible(Impossible.Reason.BUSY);
    }
    try {
      return topic
          .run(from, then(changes), 0, scope::sees)
          .orElseThrow(() -> new Impossible(Impossible.Reason.NO_VERDICTS));
    } catch (RehearsalLimit.Exceeded e) {
      throw new Impossible(Impossible.Reason.TOO_MUCH);
    } finally {
      free.release();
    }
  }

  private Map<PolicyKey, Policy> then(Map<PolicyKey, Policy> changes) {
    Map<PolicyKey, Policy> then = new LinkedHashMap<>();
    for (Map.Entry<PolicyKey, StoredPolicy> now : desk.all().entrySet()) {
      then.put(now.getKey(), now.getValue().policy());
    }
    changes.forEach(
        (key, policy) -> {
          if (policy == null) {
            then.remove(key);
          } else {
            then.put(key, policy);
          }
        });
    return then;
  }
}
