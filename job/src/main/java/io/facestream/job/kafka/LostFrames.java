package io.facestream.job.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and logs frames that were deleted by retention before the job came to read them: after a
 * stop that lasted longer than frames are kept, or when the job is too slow for too long.
 *
 * <p>It is told where each partition begins to be read, and sees its frames in order. A leap in the
 * offsets is a loss only when the oldest frame kept lies behind it; transactions of a publisher
 * leave small leaps too.
 */
final class LostFrames {
  private static final Logger LOG = LoggerFactory.getLogger(LostFrames.class);

  /** How old an answer may be before a leap is worth another question to the broker. */
  private static final long ASK_AGAIN_NANOS = 1_000_000_000;

  private final String topic;
  private final FirstKept firstKept;
  private final Counter lost;

  /** Per partition, the offset to be read next. */
  private final Map<Integer, Long> nextOffsets = new HashMap<>();

  private Map<Integer, Long> firstOffsets = Map.of();
  private long askedAt;

  /**
   * @param topic the frames topic's name, for the log
   * @param lost counts them
   */
  LostFrames(String topic, FirstKept firstKept, Counter lost) {
    this.topic = topic;
    this.firstKept = firstKept;
    this.lost = lost;
  }

  /** A partition is read from this offset on. */
  void beginAt(int partition, long offset) {
    nextOffsets.put(partition, offset);
  }

  /** Takes note of a frame. */
  void see(int partition, long offset) {
    Long next = nextOffsets.put(partition, offset + 1);
    if (next == null || offset <= next || !wasDeleted(partition, next)) {
      return;
    }
    long first = Math.min(firstOffsets.get(partition), offset);
    lost.inc(first - next);
    LOG.warn(
        "Frames {} to {} of {}-{} were deleted before they were read: {} frames have no verdict."
            + " Keep frames longer (retention.ms of the topic), or let the job be down for less.",
        next,
        first - 1,
        topic,
        partition,
        first - next);
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
