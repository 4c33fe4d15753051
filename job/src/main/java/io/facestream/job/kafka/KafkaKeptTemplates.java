package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.client.topics.TopicSettings;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.wire.StrictUtf8;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** Reads the gallery topic from its first record to the end seen at the start of the read. */
final class KafkaKeptTemplates implements KeptTemplates {
  private static final long serialVersionUID = 1L;

  private final KafkaConnection connection;
  private final String topic;

  KafkaKeptTemplates(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  /** Nothing is sure of a topic whose settings may not be read. */
  @Override
  public Duration remembersErasuresFor() {
    return TopicSettings.of(connection, topic)
        .map(settings -> settings.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value())
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .orElse(Duration.ZERO);
  }

  @Override
  public void read(Visitor visitor) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = TopicLook.open(connection)) {
      List<TopicPartition> partitions = TopicLook.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      new ReadToEnd(consumer, partitions).<Exception>read(record -> visit(record, visitor));
    } catch (KafkaException e) {
      throw TopicLook.failure(connection, topic, e);
    }
  }

  private static void visit(ConsumerRecord<byte[], byte[]> record, Visitor visitor)
      throws Exception {
    String templateId = record.key() == null ? null : StrictUtf8.decode(record.key());
    if (templateId != null && record.value() != null) {
      visitor.template(templateId, record.partition(), record.offset());
    }
  }
}
