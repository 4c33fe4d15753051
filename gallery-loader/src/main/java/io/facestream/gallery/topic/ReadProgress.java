package io.facestream.gallery.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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
  private static final long STALL_NANOS = 5_000_000_000L;

  private final KafkaConsumer<?, ?> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private long lastMove = System.nanoTime();

  ReadProgress(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
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
    if (System.nanoTime() - lastMove < STALL_NANOS) {
      return false;
    }
    consumer.endOffsets(ends.keySet());
    LOG.warn("No record for 5 s at {} before the ends {}: taken as read", positions, ends);
    return true;
  }
}
