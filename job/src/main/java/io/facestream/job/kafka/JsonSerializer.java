package io.facestream.job.kafka;

import io.facestream.wire.Json;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records of the wire as JSON under a key. */
final class JsonSerializer<T>
    implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  /** A function that travels to the cluster. */
  interface KeyOf<T> extends Function<T, String>, Serializable {}

  private final String topic;
  private final KeyOf<T> keyOf;

  JsonSerializer(String topic, KeyOf<T> keyOf) {
    this.topic = topic;
    this.keyOf = keyOf;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T value, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(
        topic, keyOf.apply(value).getBytes(StandardCharsets.UTF_8), Json.toBytes(value));
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return TopicFacet.of(topic);
  }
}
