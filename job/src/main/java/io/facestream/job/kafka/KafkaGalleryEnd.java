package io.facestream.job.kafka;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.job.gallery.GalleryEnd;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

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
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String bootstrapServers;
  private final String topic;

  KafkaGalleryEnd(String bootstrapServers, String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  @Override
  public Map<Integer, Long> lastOffsets() {
    try (KafkaConsumer<byte[], byte[]> consumer = GalleryConsumer.open(bootstrapServers)) {
      List<TopicPartition> partitions = GalleryConsumer.partitions(consumer, topic);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<Integer, Long> last = new HashMap<>();
      for (TopicPartition partition : partitions) {
        last.put(
            partition.partition(),
            lastReadable(consumer, partition, begins.get(partition), ends.get(partition)));
      }
      return last;
    } catch (TimeoutException e) {
      throw new BrokerUnreachableException(bootstrapServers, e);
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
    long last = -1;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        if (record.offset() < end) {
          last = record.offset();
        }
      }
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("No end of " + partition + " within " + PATIENCE);
      }
    }
    return last;
  }
}
