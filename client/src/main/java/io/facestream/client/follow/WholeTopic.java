package io.facestream.client.follow;

import io.facestream.client.BrokerPatience;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads a small topic from its first record to the end seen at the start of the read. */
public final class WholeTopic {
  private WholeTopic() {}

  /**
   * Reads all records, in the order of their partition.
   *
   * @return false when there is no such topic
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public static boolean read(
      KafkaConnection connection, String topic, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(connection, settings())) {
      List<TopicPartition> partitions = Consumers.partitionsOf(consumer, topic);
      if (partitions.isEmpty()) {
        return false;
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      new ReadToEnd(consumer, partitions).read(visitor::accept);
      return true;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.of(connection, "read topic '" + topic + "'", e);
    }
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        50);
  }
}
