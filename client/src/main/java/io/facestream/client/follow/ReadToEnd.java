package io.facestream.client.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads what lies between a consumer's position and the ends seen when this was made.
 *
 * <p>Positions are compared, not offsets of records: after compaction, or before a transaction
 * marker, the record at "end − 1" may not exist and would be waited for in vain.
 */
public final class ReadToEnd {
  /** How long no position may move before the read is given up. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Duration patience;
  private long lastMove = System.nanoTime();

  /** Takes a record; what it throws ends the read. */
  @FunctionalInterface
  public interface Visitor<E extends Exception> {
    void visit(ConsumerRecord<byte[], byte[]> record) throws E;
  }

  /**
   * Up to the ends of partitions as they are now.
   *
   * @param consumer has these partitions assigned
   */
  public ReadToEnd(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    this(consumer, consumer.endOffsets(partitions), PATIENCE);
  }

  /**
   * Up to ends that are known.
   *
   * @param consumer has these partitions assigned
   */
  public ReadToEnd(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    this(consumer, ends, PATIENCE);
  }

  ReadToEnd(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Duration patience) {
    this.consumer = consumer;
    this.ends = Map.copyOf(ends);
    this.patience = patience;
  }

  /**
   * Hands over every record from the consumer's position on. Of what is written meanwhile, some may
   * be among them.
   *
   * @throws TimeoutException when nothing moves for a minute
   */
  public <E extends Exception> void read(Visitor<E> visitor) throws E {
    while (!reached()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        visitor.visit(record);
      }
    }
  }

  /**
   * Whether every partition has been read to its end.
   *
   * @throws TimeoutException when nothing has moved for a minute of asking
   */
  public boolean reached() {
    boolean reached = true;
    for (var end : ends.entrySet()) {
      long position = consumer.position(end.getKey());
      Long before = positions.put(end.getKey(), position);
      if (before == null || before != position) {
        lastMove = System.nanoTime();
      }
      reached &= position >= end.getValue();
    }
    if (!reached && System.nanoTime() - lastMove > patience.toNanos()) {
      throw new TimeoutException(
          "Read up to "
              + positions
              + " and nothing more for "
              + patience
              + ", the ends are "
              + ends);
    }
    return reached;
  }
}
