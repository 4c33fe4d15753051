package io.facestream.client.frames;

import io.facestream.client.BrokerPatience;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.client.follow.Consumers;
import io.facestream.wire.Topics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads single frames again by partition and offset, for whoever wants to see what a verdict is
 * about. Quick when asked roughly in order: what arrives with a frame is kept, up to 64 MiB, and
 * given out once. Thread-confined.
 */
public final class FrameReader implements AutoCloseable {
  private static final long KEPT_BYTES = 64L << 20;

  private final KafkaConnection connection;
  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<Place, StoredFrame> kept = new LinkedHashMap<>();
  private long keptBytes;

  private record Place(int partition, long offset) {}

  /**
   * Opens a reader of a topic of frames.
   *
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public FrameReader(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
    consumer = Consumers.open(connection, settings());
    try {
      List<TopicPartition> partitions = Consumers.partitionsOf(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      consumer.pause(partitions);
    } catch (KafkaException e) {
      consumer.close();
      throw failure(e);
    }
  }

  /**
   * The picture of a frame.
   *
   * @throws FrameGoneException when it is no longer on the topic
   */
  public byte[] read(int partition, long offset) {
    return frame(partition, offset).picture();
  }

  /**
   * A frame.
   *
   * @throws FrameGoneException when it is no longer on the topic
   */
  public StoredFrame frame(int partition, long offset) {
    Place place = new Place(partition, offset);
    StoredFrame frame = take(place);
    if (frame != null) {
      return frame;
    }
    if (!consumer.assignment().contains(new TopicPartition(topic, partition))) {
      throw new FrameGoneException(topic, partition, offset);
    }
    try {
      return fetch(place);
    } catch (OffsetOutOfRangeException e) {
      throw new FrameGoneException(topic, partition, offset);
    } catch (KafkaException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static Map<String, Object> settings() {
    int answerWithin = BrokerPatience.millis();
    return Map.of(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        answerWithin,
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        answerWithin,
        // Enough for the largest frame, and a bound on what waits on the heap.
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
        Topics.MAX_RECORD_BYTES,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        Topics.MAX_RECORD_BYTES);
  }

  private RuntimeException failure(KafkaException failure) {
    return failure instanceof InterruptException
        ? failure
        : KafkaFailures.of(connection, "read topic '" + topic + "'", failure);
  }

  private StoredFrame fetch(Place wanted) {
    TopicPartition partition = new TopicPartition(topic, wanted.partition());
    if (consumer.position(partition) != wanted.offset()) {
      consumer.seek(partition, wanted.offset());
    }
    consumer.resume(List.of(partition));
    try {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BrokerPatience.millis());
      while (System.nanoTime() < deadline) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Consumers.POLL);
        records.records(partition).forEach(this::keep);
        StoredFrame frame = take(wanted);
        if (frame != null) {
          return frame;
        }
        boolean liesBehind = consumer.position(partition) > wanted.offset();
        if (liesBehind || (records.isEmpty() && isBeyondTheEnd(partition, wanted.offset()))) {
          throw new FrameGoneException(topic, wanted.partition(), wanted.offset());
        }
      }
      // Slow is not gone.
      throw new TimeoutException("Nothing came within " + BrokerPatience.millis() + " ms");
    } finally {
      consumer.pause(List.of(partition));
    }
  }

  private boolean isBeyondTheEnd(TopicPartition partition, long offset) {
    return offset >= consumer.endOffsets(List.of(partition)).get(partition);
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    kept.put(
        new Place(record.partition(), record.offset()),
        new StoredFrame(record.key(), Instant.ofEpochMilli(record.timestamp()), record.value()));
    keptBytes += record.value().length;
    // The newest stays in any case: it may be the one that was asked for.
    while (keptBytes > KEPT_BYTES && kept.size() > 1) {
      take(kept.keySet().iterator().next());
    }
  }

  private StoredFrame take(Place place) {
    StoredFrame frame = kept.remove(place);
    keptBytes -= frame == null ? 0 : frame.picture().length;
    return frame;
  }
}
