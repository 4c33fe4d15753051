package io.facestream.client.frames;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.Consumers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads single frames again by partition and offset, for whoever wants to see what a verdict is
 * about. Quick when asked roughly in order: what arrives with a frame is kept, up to 64 MiB, and
 * given out once. Thread-confined.
 */
public final class FrameReader implements AutoCloseable {
  private static final long KEPT_BYTES = 64L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<Place, byte[]> kept = new LinkedHashMap<>();
  private long keptBytes;

  private record Place(int partition, long offset) {}

  /** Opens a reader of a topic of frames. */
  public FrameReader(KafkaConnection connection, String topic) {
    this.topic = topic;
    consumer = Consumers.open(connection, Duration.ZERO);
    List<TopicPartition> partitions = Consumers.partitionsOf(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    consumer.pause(partitions);
  }

  /**
   * The picture of a frame.
   *
   * @throws FrameGoneException when it is no longer on the topic
   */
  public byte[] read(int partition, long offset) {
    byte[] picture = take(new Place(partition, offset));
    return picture != null ? picture : fetch(new Place(partition, offset));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private byte[] fetch(Place wanted) {
    TopicPartition partition = new TopicPartition(topic, wanted.partition());
    if (consumer.position(partition) != wanted.offset()) {
      consumer.seek(partition, wanted.offset());
    }
    consumer.resume(List.of(partition));
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        consumer.poll(Consumers.POLL).records(partition).forEach(this::keep);
        byte[] picture = take(wanted);
        if (picture != null) {
          return picture;
        }
      }
      throw new FrameGoneException(wanted.partition(), wanted.offset());
    } finally {
      consumer.pause(List.of(partition));
    }
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    kept.put(new Place(record.partition(), record.offset()), record.value());
    keptBytes += record.value().length;
    // The newest stays in any case: it may be the one that was asked for.
    while (keptBytes > KEPT_BYTES && kept.size() > 1) {
      take(kept.keySet().iterator().next());
    }
  }

  private byte[] take(Place place) {
    byte[] picture = kept.remove(place);
    keptBytes -= picture == null ? 0 : picture.length;
    return picture;
  }
}
