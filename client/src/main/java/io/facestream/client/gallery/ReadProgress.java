package io.facestream.client.gallery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows when a consumer has read up to the ends seen at the start.
 *
 * <p>Positions are compared, not offsets of records: after compaction, or before a transaction
 * marker, the record at "end − 1" may not exist and would be waited for in vain.
 */
final class ReadProgress {
  private static final Logger LOG = LoggerFactory.getLogger(ReadProgress.class);

  /**
   * A partition whose last records are all compacted away may never move the position to the end.
   * After this long without any movement, while the broker answers, it counts as read.
   */
  static final Duration STALL = Duration.ofSeconds(5);

  private final Consumer<?, ?> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Duration stall;
  private long lastMove = System.nanoTime();

  ReadProgress(Consumer<?, ?> consumer, List<TopicPartition> partitions, Duration stall) {
    this.stall = stall;
    this.consumer = consumer;
    this.ends = consumer.endOffsets(partitions);
  }

  /**
   * Whether every partition is read. Throws Kafka's {@code TimeoutException} when nothing moves and
   * the broker is silent as well.
   */
  boolean reachedEnd() {
    boolean atEnd = true;
    for (var end : ends.entrySet()) {
      long position = consumer.position(end.getKey());
      Long before = positions.put(end.getKey(), position);
      if (before == null || before != position) {
        lastMove = System.nanoTime();
      }
      atEnd &= position >= end.getValue();
    }
    return atEnd || stalled();
  }

  private boolean stalled() {
    if (System.nanoTime() - lastMove < stall.toNanos()) {
      return false;
    }
    consumer.endOffsets(ends.keySet());
    LOG.warn("No record for {} at {} before the ends {}: taken as read", stall, positions, ends);
    return true;
  }
}
