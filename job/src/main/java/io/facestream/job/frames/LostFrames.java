package io.facestream.job.frames;

import io.facestream.job.metrics.JobMetric;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and logs frames that were deleted by retention before the job came to read them: after a
 * stop that lasted longer than frames are kept, or when the job is too slow for too long.
 *
 * <p>It sees each partition in order. A leap in the offsets is a loss only when the oldest frame
 * kept lies behind it; transactions of a publisher leave small leaps too. The position is keyed
 * state of the camera slot and not union state of the source, with which Flink takes no savepoint
 * at a stop once a part of the source's subtasks has finished.
 */
final class LostFrames {
  private static final Logger LOG = LoggerFactory.getLogger(LostFrames.class);

  /** How old an answer may be before a leap is worth another question to the broker. */
  private static final long ASK_AGAIN_NANOS = 1_000_000_000;

  private final String topic;
  private final FirstKept firstKept;
  private final MapState<Integer, Long> nextOffsets;
  private final Counter lost;

  private Map<Integer, Long> firstOffsets = Map.of();
  private long askedAt;

  /**
   * @param topic the frames topic's name, for the log
   * @param context of the function, keyed by camera slot, that sees the frames
   */
  LostFrames(String topic, FirstKept firstKept, RuntimeContext context) {
    this.topic = topic;
    this.firstKept = firstKept;
    nextOffsets =
        context.getMapState(new MapStateDescriptor<>("next-offsets", Types.INT, Types.LONG));
    lost = JobMetric.FRAMES_LOST.counter(context.getMetricGroup());
  }

  /** Takes note of a frame of the current key. */
  void see(RawFrame frame) throws Exception {
    Long next = nextOffsets.get(frame.partition());
    nextOffsets.put(frame.partition(), frame.offset() + 1);
    if (next == null || frame.offset() <= next || !wasDeleted(frame.partition(), next)) {
      return;
    }
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

  /** Frames counted as lost since this subtask started. */
  long count() {
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
}
