package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.job.gallery.GalleryEnd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the last readable record of each partition of the gallery topic.
 *
 * <p>The end offset minus one may be a record that compaction removed, or a transaction marker; a
 * reader would wait for it for ever. So this reads from a little before the end, and from twice as
 * far back each time it finds nothing there.
 */
final class KafkaGalleryEnd implements GalleryEnd {
  private static final long serialVersionUID = 1L;

  private static final long FIRST_STEP_BACK = 16;

  private final KafkaConnection connection;
  private final String topic;

  KafkaGalleryEnd(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  @Override
  public Map<Integer, Long> lastOffsets() {
    try (KafkaConsumer<byte[], byte[]> consumer = TopicLook.open(connection)) {
      List<TopicPartition> partitions = TopicLook.partitions(consumer, topic);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<Integer, Long> last = new HashMap<>();
      for (TopicPartition partition : partitions) {
        last.put(
            partition.partition(),
            lastReadable(consumer, partition, begins.get(partition), ends.get(partition)));
      }
      return last;
    } catch (KafkaException e) {
      throw TopicLook.failure(connection, topic, e);
    }
  }

  private static long lastReadable(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long begin, long end) {
    consumer.assign(List.of(partition));
    long from = end;
    for (long step = FIRST_STEP_BACK; from > begin; step *= 2) {
      from = Math.max(begin, end - step);
      long last = lastBetween(consumer, partition, from, end);
      if (last >= 0) {
        return last;
      }
    }
    return -1;
  }

  private static long lastBetween(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
    consumer.seek(partition, from);
    AtomicLong last = new AtomicLong(-1);
    new ReadToEnd(consumer, Map.of(partition, end))
        .read(
            record -> {
              if (record.offset() < end) {
                last.set(record.offset());
              }
            });
    return last.get();
  }
}
