package io.facestream.job.kafka;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.topics.TopicSettings;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.wire.StrictUtf8;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the gallery topic from its first record to the end seen at the start of the read. */
final class KafkaKeptTemplates implements KeptTemplates {
  private static final long serialVersionUID = 1L;

  private static final Duration POLL = Duration.ofMillis(100);

  /** How long the broker may hand out nothing before the read is given up. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String bootstrapServers;
  private final String topic;

  KafkaKeptTemplates(String bootstrapServers, String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  /** Nothing is sure of a topic whose settings may not be read. */
  @Override
  public Duration remembersErasuresFor() {
    return TopicSettings.of(bootstrapServers, topic)
        .map(settings -> settings.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value())
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .orElse(Duration.ZERO);
  }

  @Override
  public void read(Visitor visitor) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = GalleryConsumer.open(bootstrapServers)) {
      List<TopicPartition> partitions = GalleryConsumer.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long lastNews = System.nanoTime();
      while (!isRead(consumer, ends)) {
        var records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          lastNews = System.nanoTime();
        } else if (System.nanoTime() - lastNews > PATIENCE.toNanos()) {
          throw new TimeoutException("No more of the gallery within " + PATIENCE);
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
          visit(record, visitor);
        }
      }
    } catch (TimeoutException e) {
      throw new BrokerUnreachableException(bootstrapServers, e);
    }
  }

  private static boolean isRead(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static void visit(ConsumerRecord<byte[], byte[]> record, Visitor visitor)
      throws Exception {
    String templateId = record.key() == null ? null : StrictUtf8.decode(record.key());
    if (templateId != null && record.value() != null) {
      visitor.template(templateId, record.partition(), record.offset());
    }
  }
}
