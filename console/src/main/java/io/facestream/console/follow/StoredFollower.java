package io.facestream.console.follow;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.Consumers;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a topic into the database, on a thread of its own, until it is closed. What a record
 * changes and how far the topic was read are one transaction, so that nothing is lost or done twice
 * when the process, the broker or the database ends in between; several consoles on one database
 * take turns. A broker or database that is away is tried again for as long as it takes, and a topic
 * that was made anew is read from its beginning.
 */
public final class StoredFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredFollower.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** How often is looked whether the topic is still the same and has the same partitions. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private static final int MOST_RECORDS = 500;

  private final KafkaConnection connection;
  private final String topic;
  private final Jdbi jdbi;
  private final Store store;
  private final Consumer<List<ConsumerRecord<byte[], byte[]>>> stored;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private volatile Admin admin;
  private volatile Reading reading;
  private volatile boolean up;

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

  private record Reading(String topicId, Map<Integer, Long> endsAtBegin) {}

  private StoredFollower(
      KafkaConnection connection,
      String topic,
      Jdbi jdbi,
      Store store,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> stored) {
    this.connection = connection;
    this.topic = topic;
    this.jdbi = jdbi;
    this.store = store;
    this.stored = stored;
    this.thread = new Thread(this::run, "follow-" + topic);
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
    StoredFollower follower = new StoredFollower(connection, topic, jdbi, store, stored);
    follower.thread.setDaemon(true);
    follower.thread.start();
    return follower;
  }

  /** Whether it reads now. */
  public boolean isUp() {
    return up;
  }

  /**
   * From where on records are new: what the topic held as the reading began is not, also while it
   * is still being read. Null before the topic was ever found.
   */
  public Place now() {
    Reading at = reading;
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
    closing.countDown();
    // No interrupt: it would close the files of an embedded database under everybody's hands.
    Admin asking = admin;
    if (asking != null) {
      asking.close(Duration.ZERO);
    }
    KafkaConsumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!isClosing()) {
      try {
        follow();
        pause = FIRST_PAUSE;
      } catch (WakeupException e) {
        // Closed.
      } catch (RuntimeException e) {
        if (!isClosing()) {
          pause = told(e, pause);
          await(pause);
        }
      }
    }
  }

  private Duration told(RuntimeException failure, Duration pause) {
    Duration before = up ? FIRST_PAUSE : pause;
    if (up || before.equals(FIRST_PAUSE)) {
      LOG.warn(
          "Topic {} cannot be followed at the moment, and is tried again: {}",
          Printable.of(topic),
          Printable.of(String.valueOf(failure.getMessage()), 300));
    }
    LOG.debug("Following {} failed", topic, failure);
    up = false;
    Duration longer = before.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private void await(Duration pause) {
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  private void follow() {
    try (Admin asking = TopicAdmin.open(connection);
        KafkaConsumer<byte[], byte[]> open = Consumers.open(connection, settings())) {
      admin = asking;
      consumer = open;
      if (isClosing()) {
        return;
      }
      String id = topicId(asking);
      List<TopicPartition> partitions = Consumers.partitionsOf(open, topic);
      open.assign(partitions);
      seek(open, id, partitions);
      up = true;
      long look = System.nanoTime() + LOOK.toNanos();
      while (!isClosing()) {
        take(open, id, partitions);
        if (System.nanoTime() > look) {
          if (!topicId(asking).equals(id)
              || Consumers.partitionsOf(open, topic).size() != partitions.size()) {
            return;
          }
          look = System.nanoTime() + LOOK.toNanos();
        }
      }
    } finally {
      admin = null;
      consumer = null;
    }
  }

  private String topicId(Admin asking) {
    return TopicAdmin.await(
            asking.describeTopics(List.of(topic)).topicNameValues().get(topic),
            "describe topic '" + topic + "'",
            connection)
        .topicId()
        .toString();
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
            long begin = begins.get(partition);
            if (wanted < begin && wanted > 0) {
              LOG.warn(
                  "{} records of {} were deleted before they were read", begin - wanted, partition);
            }
            long from = Math.min(Math.max(wanted, begin), ends.get(partition));
            PositionTable.set(handle, topic, partition.partition(), from);
            open.seek(partition, from);
          }
        });
    reading = new Reading(id, endsAtBegin);
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
      if (record.offset() >= reading.endsAtBegin().getOrDefault(record.partition(), 0L)) {
        live.add(record);
      }
    }
    stored.accept(live);
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
