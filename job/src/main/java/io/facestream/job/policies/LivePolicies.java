package io.facestream.job.policies;

import io.facestream.decision.Policies;
import io.facestream.wire.UnusableRecordException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies in force at an operator: those of the job's options, and over them those of the
 * topic, as broadcast state.
 *
 * <p>An operator that has no such state yet reads the topic itself before its first frame, because
 * the job's source may be slower than the frames. The source comes by the same records then, so how
 * far has been read is state too: an older record must not undo a newer one.
 */
public final class LivePolicies {
  private static final Logger LOG = LoggerFactory.getLogger(LivePolicies.class);

  /** As found good last, by key. */
  private final BroadcastState<String, PolicyChange> stated;

  /** By partition, the offset before which everything has been taken. */
  private final BroadcastState<Integer, Long> readTo;

  private final UsablePolicies usable;
  private Policies inForce;

  /**
   * The state of an operator.
   *
   * @param ofOptions what holds where the topic says nothing
   */
  public LivePolicies(OperatorStateStore store, Policies ofOptions, UsablePolicies usable)
      throws Exception {
    this.usable = usable;
    this.inForce = ofOptions;
    stated =
        store.getBroadcastState(
            new MapStateDescriptor<>(
                "policies", Types.STRING, TypeInformation.of(PolicyChange.class)));
    readTo =
        store.getBroadcastState(
            new MapStateDescriptor<>("policies-read-to", Types.INT, Types.LONG));
  }

  /** Brings the state into force, or without one what the topic holds. */
  public void open(KeptPolicies topicNow) throws Exception {
    if (!readTo.iterator().hasNext()) {
      Map<Integer, Long> ends = topicNow.read(this::takeIfUsable);
      for (Map.Entry<Integer, Long> end : ends.entrySet()) {
        readTo.put(end.getKey(), end.getValue());
      }
    } else {
      for (Map.Entry<String, PolicyChange> policy : stated.entries()) {
        bringIntoForce(policy.getValue());
      }
    }
  }

  /** What cannot be used is told by the job's source, which comes by it too. */
  private void takeIfUsable(PolicyRecord record) throws Exception {
    try {
      take(usable.change(record));
    } catch (UnusableRecordException e) {
      LOG.debug("The policy at {}-{} is passed over", record.partition(), record.offset());
    }
  }

  /**
   * Takes a policy, or takes one back.
   *
   * @return whether it is news
   */
  public boolean take(PolicyChange change) throws Exception {
    Long read = readTo.get(change.partition());
    if (read != null && change.offset() < read) {
      return false;
    }
    readTo.put(change.partition(), change.offset() + 1);
    if (change.value() == null) {
      stated.remove(change.key());
    } else {
      stated.put(change.key(), change);
    }
    bringIntoForce(change);
    return true;
  }

  private void bringIntoForce(PolicyChange change) {
    try {
      inForce = usable.after(inForce, change);
    } catch (UnusableRecordException e) {
      // Found good by a job with another pack, or by another version.
      LOG.warn(
          "The policy of '{}' (version {}) is not kept to: {} It is {}",
          change.key(),
          change.offset(),
          e.getMessage(),
          new String(change.value(), StandardCharsets.UTF_8));
    }
  }

  /** Forgets all that the topic has said; the next {@link #open} reads it anew. */
  public void clear() {
    stated.clear();
    readTo.clear();
  }

  /** What holds now. */
  public Policies inForce() {
    return inForce;
  }
}
