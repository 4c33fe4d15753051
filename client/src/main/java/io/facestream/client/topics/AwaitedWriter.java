package io.facestream.client.topics;

import io.facestream.client.BrokerPatience;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes a few records whose offsets are versions, and waits until they are stored. */
public final class AwaitedWriter {
  private AwaitedWriter() {}

  /**
   * Writes them in their order.
   *
   * @return their offsets
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not write the topic
   */
  public static List<Long> write(
      KafkaConnection connection, List<ProducerRecord<byte[], byte[]>> records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            connection.settings(settings()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      return sent.stream()
          .map(stored -> await(stored, records.get(0).topic(), connection))
          .toList();
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.ofClient(connection, e);
    }
  }

  private static Long await(
      Future<RecordMetadata> stored, String topic, KafkaConnection connection) {
    return TopicAdmin.await(stored, "write to topic '" + topic + "'", connection).offset();
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        BrokerPatience.millis(),
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        2 * BrokerPatience.millis(),
        // Each is a version: none may overtake another.
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
        1);
  }
}
