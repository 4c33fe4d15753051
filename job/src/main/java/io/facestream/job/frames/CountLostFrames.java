package io.facestream.job.frames;

import io.facestream.job.metrics.JobMetric;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and logs frames that were deleted by retention before the job came to read them: after a
 * stop that lasted longer than frames are kept, or when the job is too slow for too long.
 *
 * <p>It sits on the source and sees each partition in order. A leap in the offsets is a loss only
 * when the oldest frame kept lies behind it; transactions of a publisher leave small leaps too.
 */
public final class CountLostFrames extends ProcessFunction<RawFrame, RawFrame>
    implements CheckpointedFunction {
  private static final Logger LOG = LoggerFactory.getLogger(CountLostFrames.class);
  private static final long serialVersionUID = 1L;

  /** How old an answer may be before a leap is worth another question to the broker. */
  private static final long ASK_AGAIN_NANOS = 1_000_000_000;

  private final String topic;
  private final FirstKept firstKept;

  private transient ListState<Tuple2<Integer, Long>> nextOffsetsInState;
  private transient Map<Integer, Long> nextOffsets;
  private transient Map<Integer, Long> firstOffsets;
  private transient long askedAt;
  private transient Counter lost;

  /**
   * @param topic the frames topic's name, for the log
   */
  public CountLostFrames(String topic, FirstKept firstKept) {
    this.topic = topic;
    this.firstKept = firstKept;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    // Union: which subtask reads a partition changes with every restore.
    nextOffsetsInState =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("next-offsets", Types.TUPLE(Types.INT, Types.LONG)));
    nextOffsets = new HashMap<>();
    for (Tuple2<Integer, Long> next : nextOffsetsInState.get()) {
      nextOffsets.merge(next.f0, next.f1, Math::max);
    }
  }

  @Override
  public void open(OpenContext context) {
    firstOffsets = Map.of();
    lost = JobMetric.FRAMES_LOST.counter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawFrame frame, Context context, Collector<RawFrame> out) {
    Long next = nextOffsets.put(frame.partition(), frame.offset() + 1);
    if (next != null && frame.offset() > next && wasDeleted(frame.partition(), next)) {
      long first = Math.min(firstOffsets.get(frame.partition()), frame.offset());
      lost.inc(first - next);
      LOG.warn(
          "Frames {} to {} of {}-{} were deleted before they were read: {} frames have no verdict."
              + " Keep frames longer (retention.ms of the topic), or let the job be down for less.",
          next,
          first - 1,
          topic,
          frame.partition(),
          first - next);
    }
    out.collect(frame);
  }

  /** Frames counted as lost since this subtask started. */
  long lost() {
    return lost.getCount();
  }

  private boolean wasDeleted(int partition, long offset) {
    boolean known = firstOffsets.getOrDefault(partition, 0L) > offset;
    if (!known && (firstOffsets.isEmpty() || System.nanoTime() - askedAt > ASK_AGAIN_NANOS)) {
      ask();
    }
    return firstOffsets.getOrDefault(partition, 0L) > offset;
  }

  /** Whether frames are missing is worth a warning, but not the stream. */
  private void ask() {
    try {
      firstOffsets = firstKept.firstOffsets();
    } catch (RuntimeException e) {
      LOG.warn("Cannot tell whether frames of {} were deleted unread: {}", topic, e.getMessage());
    }
    askedAt = System.nanoTime();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    nextOffsetsInState.clear();
    for (Map.Entry<Integer, Long> next : nextOffsets.entrySet()) {
      nextOffsetsInState.add(Tuple2.of(next.getKey(), next.getValue()));
    }
  }
}
