package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.job.records.DeadLetter;
import io.facestream.wire.DeadLetterHeaders;
import io.facestream.wire.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Writes a refused record as it came, with the reason in its headers. Where the topic takes no
 * record so large, value and then key are cut, and a header tells how large the value was; where it
 * takes none without a key, a missing one is written as an empty one.
 */
final class DeadLetterSerializer
    implements KafkaRecordSerializationSchema<DeadLetter>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  /** Most characters of a reason: it is one line for people, whatever a library had to say. */
  private static final int MAX_REASON = 1000;

  /** What it may be of a record: three sixteenths, at up to three bytes a character. */
  private static final int REASON_SHARE = 16;

  private static final byte[] NO_KEY = {};

  private final KafkaConnection connection;
  private final String topic;

  private transient TopicLimit limit;

  DeadLetterSerializer(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  /** A serializer for a topic that takes records of so many bytes. */
  static DeadLetterSerializer withLimit(String topic, int limit) {
    DeadLetterSerializer serializer = new DeadLetterSerializer(null, topic);
    serializer.limit = new TopicLimit(limit, false);
    return serializer;
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    limit = TopicLimit.of(connection, topic);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    try {
      return recordOf(letter);
    } catch (RuntimeException e) {
      // Not by RecordFailure: to skip the record would write a dead letter again.
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The dead letter of %s:%d:%d cannot be written to '%s': %s",
              letter.topic(),
              letter.partition(),
              letter.offset(),
              topic,
              e),
          e);
    }
  }

  private ProducerRecord<byte[], byte[]> recordOf(DeadLetter letter) {
    RecordHeaders headers = headersOf(letter);
    byte[] key = letter.key() == null && limit.needsKey() ? NO_KEY : letter.key();
    if (excess(key, letter.value(), headers) <= 0) {
      return new ProducerRecord<>(topic, null, key, letter.value(), headers);
    }
    int whole = letter.value() == null ? 0 : letter.value().length;
    header(headers, DeadLetterHeaders.TRUNCATED, Integer.toString(whole));
    byte[] value = shortened(letter.value(), excess(key, letter.value(), headers));
    key = shortened(key, excess(key, value, headers));
    return new ProducerRecord<>(topic, null, key, value, headers);
  }

  private long excess(byte[] key, byte[] value, RecordHeaders headers) {
    return RecordSize.of(key, value, headers) - limit.bytes();
  }

  private static byte[] shortened(byte[] bytes, long excess) {
    return bytes == null || excess <= 0
        ? bytes
        : Arrays.copyOf(bytes, (int) Math.max(0, bytes.length - excess));
  }

  private RecordHeaders headersOf(DeadLetter letter) {
    RecordHeaders headers = new RecordHeaders();
    int longest = Math.max(1, Math.min(MAX_REASON, limit.bytes() / REASON_SHARE));
    header(headers, DeadLetterHeaders.REASON, Printable.of(letter.reason(), longest));
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
