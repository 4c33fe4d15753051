package io.facestream.job.kafka;

import io.facestream.job.DeadLetter;
import io.facestream.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes a refused record as it came, with the reason in its headers. */
final class DeadLetterSerializer
    implements KafkaRecordSerializationSchema<DeadLetter>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final String topic;

  DeadLetterSerializer(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, letter.key(), letter.value());
    header(record, DeadLetterHeaders.REASON, letter.reason());
    header(record, DeadLetterHeaders.EXCEPTION, letter.exception());
    header(record, DeadLetterHeaders.SOURCE_TOPIC, letter.topic());
    header(record, DeadLetterHeaders.SOURCE_PARTITION, Integer.toString(letter.partition()));
    header(record, DeadLetterHeaders.SOURCE_OFFSET, Long.toString(letter.offset()));
    return record;
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return TopicFacet.of(topic);
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    if (value != null) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
