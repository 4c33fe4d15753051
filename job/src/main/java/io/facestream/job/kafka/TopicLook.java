package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.client.follow.Consumers;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** A look at a topic beside the job's source, which leaves no trace in it. */
final class TopicLook {
  private TopicLook() {}

  static KafkaConsumer<byte[], byte[]> open(KafkaConnection connection) {
    // The default wait of half a second a fetch would be most of the job's start.
    return Consumers.open(connection, Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10));
  }

  /**
   * The topic's partitions.
   *
   * @throws IllegalStateException when there is no such topic
   */
  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    List<TopicPartition> found = Consumers.partitionsOf(consumer, topic);
    if (found.isEmpty()) {
      throw new IllegalStateException("The topic '" + topic + "' does not exist; create it");
    }
    return found;
  }

  /** What it means that the topic cannot be read, in one line. */
  static RuntimeException failure(KafkaConnection connection, String topic, KafkaException e) {
    return e instanceof InterruptException
        ? e
        : KafkaFailures.of(connection, "read topic '" + topic + "'", e);
  }
}
