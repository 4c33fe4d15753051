package io.facestream.job.kafka;

import io.facestream.job.DeadLetter;
import io.facestream.wire.DeadLetterHeaders;
import io.facestream.wire.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Writes a refused record as it came, with the reason in its headers. Where the topic takes no
 * record so large, value and then key are cut, and a header tells how large the value was.
 */
final class DeadLetterSerializer
    implements KafkaRecordSerializationSchema<DeadLetter>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  /** Most characters of a reason: it is one line for people, whatever a library had to say. */
  private static final int MAX_REASON = 1000;

  private final String bootstrapServers;
  private final String topic;

  private transient int limit;

  DeadLetterSerializer(String bootstrapServers, String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  /** A serializer for a topic that takes records of so many bytes. */
  static DeadLetterSerializer withLimit(String topic, int limit) {
    DeadLetterSerializer serializer = new DeadLetterSerializer(null, topic);
    serializer.limit = limit;
    return serializer;
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    limit = TopicLimit.of(bootstrapServers, topic);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    RecordHeaders headers = headersOf(letter);
    long excess = RecordSize.of(letter.key(), letter.value(), headers) - limit;
    if (excess <= 0) {
      return new ProducerRecord<>(topic, null, letter.key(), letter.value(), headers);
    }
    int whole = letter.value() == null ? 0 : letter.value().length;
    header(headers, DeadLetterHeaders.TRUNCATED, Integer.toString(whole));
    excess = RecordSize.of(letter.key(), letter.value(), headers) - limit;
    byte[] value = shortened(letter.value(), excess);
    byte[] key = shortened(letter.key(), RecordSize.of(letter.key(), value, headers) - limit);
    return new ProducerRecord<>(topic, null, key, value, headers);
  }

  private static byte[] shortened(byte[] bytes, long excess) {
    return bytes == null || excess <= 0
        ? bytes
        : Arrays.copyOf(bytes, (int) Math.max(0, bytes.length - excess));
  }

  private static RecordHeaders headersOf(DeadLetter letter) {
    RecordHeaders headers = new RecordHeaders();
    header(headers, DeadLetterHeaders.REASON, Printable.of(letter.reason(), MAX_REASON));
    header(headers, DeadLetterHeaders.EXCEPTION, letter.exception());
    header(headers, DeadLetterHeaders.SOURCE_TOPIC, letter.topic());
    header(headers, DeadLetterHeaders.SOURCE_PARTITION, Integer.toString(letter.partition()));
    header(headers, DeadLetterHeaders.SOURCE_OFFSET, Long.toString(letter.offset()));
    return headers;
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return TopicFacet.of(topic);
  }

  private static void header(RecordHeaders headers, String name, String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
