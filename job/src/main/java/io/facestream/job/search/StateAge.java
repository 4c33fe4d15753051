package io.facestream.job.search;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/** Knows when the state was taken, by the JobManager's clock. */
final class StateAge {
  private final ListState<Long> takenAt;

  private final boolean restored;

  /** Milliseconds since the epoch; null in states of earlier versions. */
  private final Long restoredFrom;

  StateAge(StateInitializationContext context) throws Exception {
    takenAt =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("taken-at", Types.LONG));
    restored = context.isRestored();
    Long first = null;
    for (long time : takenAt.get()) {
      first = first == null ? time : Math.min(first, time);
    }
    restoredFrom = first;
  }

  /** Whether there is a state at all. */
  boolean isRestored() {
    return restored;
  }

  /**
   * Whether the state is surely younger; of an unknown age nothing is sure, nor when a clock was
   * set back.
   *
   * @param now milliseconds since the epoch
   */
  boolean isBelow(Duration limit, long now) {
    return restoredFrom != null && Math.abs(now - restoredFrom) < limit.toMillis();
  }

  void snapshot(long checkpointTime) throws Exception {
    takenAt.update(List.of(checkpointTime));
  }
}
