package io.facestream.console.follow;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.SteadyReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a topic into the database, on a thread of its own, until it is closed. What a record
 * changes and how far the topic was read are one transaction, so that nothing is lost or done twice
 * when the process, the broker or the database ends in between; several consoles on one database
 * take turns. A topic that was made anew is read from its beginning.
 */
public final class StoredFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredFollower.class);
  private static final int MOST_RECORDS = 500;

  private final String topic;
  private final Jdbi jdbi;
  private final Store store;
  private final Consumer<List<ConsumerRecord<byte[], byte[]>>> stored;
  private SteadyReader reader;
  private volatile Begin begin;
  private volatile boolean atEnd;

  /** What is done with records, within the transaction. */
  @FunctionalInterface
  public interface Store {
    /**
     * Stores them; what is no record of its kind is passed over.
     *
     * @param topicId of the topic that they are of
     */
    void store(Handle handle, String topicId, List<ConsumerRecord<byte[], byte[]>> records);
  }

  /**
   * How far a topic was read.
   *
   * @param topicId which topic of that name
   * @param next the next offset of each partition
   */
  public record Place(String topicId, Map<Integer, Long> next) {
    public Place {
      next = new TreeMap<>(next);
    }
  }

  private record Begin(String topicId, Map<Integer, Long> endsAtBegin) {}

  private StoredFollower(
      String topic, Jdbi jdbi, Store store, Consumer<List<ConsumerRecord<byte[], byte[]>>> stored) {
    this.topic = topic;
    this.jdbi = jdbi;
    this.store = store;
    this.stored = stored;
  }

  /**
   * Begins.
   *
   * @param stored told after each transaction, on the follower's thread, of those records that came
   *     after the reading began
   */
  public static StoredFollower start(
      KafkaConnection connection,
      String topic,
      Jdbi jdbi,
      Store store,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> stored) {
    StoredFollower follower = new StoredFollower(topic, jdbi, store, stored);
    follower.reader =
        SteadyReader.start(
            connection, Set.of(topic), Set.of(), settings(), follower.new Transactions());
    return follower;
  }

  /** Whether the broker or the database was away when the topic was to be read last. */
  public boolean isAway() {
    return reader.isAway();
  }

  /** Whether the topic is read to its end, as far as is known. */
  public boolean isAtEnd() {
    return reader.isUp() && atEnd;
  }

  /**
   * From where on records are new: what the topic held as the reading began is not, also while it
   * is still being read. Null before the topic was ever found.
   */
  public Place now() {
    Begin at = begin;
    if (at == null) {
      return null;
    }
    Map<Integer, Long> next = new TreeMap<>(at.endsAtBegin());
    jdbi.withHandle(handle -> PositionTable.positions(handle, topic, at.topicId()))
        .forEach((part, offset) -> next.merge(part, offset, Math::max));
    return new Place(at.topicId(), next);
  }

  @Override
  public void close() {
    reader.close();
  }

  private final class Transactions implements SteadyReader.Reading {
    private String id;
    private List<TopicPartition> partitions;

    @Override
    public void begin(
        KafkaConsumer<byte[], byte[]> open, Map<String, String> ids, List<TopicPartition> found) {
      atEnd = false;
      id = ids.get(topic);
      partitions = found;
      seek(open, id, partitions);
    }

    @Override
    public void poll(KafkaConsumer<byte[], byte[]> open) {
      take(open, id, partitions);
      atEnd = partitions.stream().allMatch(part -> open.currentLag(part).orElse(1) == 0);
    }
  }

  private void seek(
      KafkaConsumer<byte[], byte[]> open, String id, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> begins = open.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = open.endOffsets(partitions);
    Map<Integer, Long> endsAtBegin = new HashMap<>();
    ends.forEach((partition, end) -> endsAtBegin.put(partition.partition(), end));
    jdbi.useTransaction(
        handle -> {
          Map<Integer, Long> next = PositionTable.begin(handle, topic, id, endsAtBegin.keySet());
          for (TopicPartition partition : partitions) {
            long wanted = next.get(partition.partition());
            long oldest = begins.get(partition);
            if (wanted < oldest && wanted > 0) {
              LOG.warn(
                  "{} records of {} were deleted before they were read",
                  oldest - wanted,
                  partition);
            }
            long from = Math.min(Math.max(wanted, oldest), endAsOf(wanted, open, partition, ends));
            PositionTable.set(handle, topic, partition.partition(), from);
            open.seek(partition, from);
          }
        });
    begin = new Begin(id, endsAtBegin);
  }

  /** Another console may have read on since the ends were asked; that sets nobody back. */
  private static long endAsOf(
      long wanted,
      KafkaConsumer<byte[], byte[]> open,
      TopicPartition partition,
      Map<TopicPartition, Long> ends) {
    return wanted <= ends.get(partition)
        ? ends.get(partition)
        : open.endOffsets(List.of(partition)).get(partition);
  }

  private void take(
      KafkaConsumer<byte[], byte[]> open, String id, List<TopicPartition> partitions) {
    Map<Integer, Long> before = positions(open, partitions);
    ConsumerRecords<byte[], byte[]> polled = open.poll(Consumers.POLL);
    Map<Integer, Long> after = positions(open, partitions);
    if (after.equals(before)) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          Map<Integer, Long> noted = PositionTable.lock(handle, topic, id);
          if (before.entrySet().stream()
              .anyMatch(at -> at.getValue() > noted.getOrDefault(at.getKey(), -1L))) {
            // Set back by somebody, as by a database of yesterday.
            throw new IllegalStateException("the positions in the database have changed");
          }
          List<ConsumerRecord<byte[], byte[]>> fresh = new ArrayList<>();
          for (ConsumerRecord<byte[], byte[]> record : polled) {
            if (record.offset() >= noted.get(record.partition())) {
              fresh.add(record);
            }
          }
          store.store(handle, id, fresh);
          after.forEach((part, next) -> PositionTable.move(handle, topic, part, next));
        });
    List<ConsumerRecord<byte[], byte[]>> live = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      if (record.offset() >= begin.endsAtBegin().getOrDefault(record.partition(), 0L)) {
        live.add(record);
      }
    }
    if (!live.isEmpty()) {
      stored.accept(live);
    }
  }

  private static Map<Integer, Long> positions(
      KafkaConsumer<byte[], byte[]> open, List<TopicPartition> partitions) {
    Map<Integer, Long> positions = new HashMap<>();
    partitions.forEach(partition -> positions.put(partition.partition(), open.position(partition)));
    return positions;
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        MOST_RECORDS);
  }
}
