package io.facestream.client.follow;

import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers of committed records that read topics on their own, without a consumer group. */
public final class Consumers {
  /** How long one poll waits. */
  public static final Duration POLL = Duration.ofMillis(100);

  /** Less than this is not worth an answer to a reader with patience, bytes. */
  private static final int WORTH_AN_ANSWER = 1 << 20;

  private Consumers() {}

  /**
   * A consumer of raw records for those who follow a topic.
   *
   * @param patience how long the broker may collect records before it answers; zero for a record at
   *     once, at the price of a request for each
   */
  public static KafkaConsumer<byte[], byte[]> open(KafkaConnection connection, Duration patience) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    if (!patience.isZero()) {
      settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, WORTH_AN_ANSWER);
      settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) patience.toMillis());
    }
    // Enough for the largest frame, and a bound on what waits on the heap.
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Topics.MAX_RECORD_BYTES);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MAX_RECORD_BYTES);
    return open(connection, settings);
  }

  /**
   * A consumer of raw records.
   *
   * @param own further settings
   * @throws io.facestream.client.BrokerUnreachableException when no host resolves
   * @throws io.facestream.client.ConnectionSettingsException when Kafka's client does not take the
   *     settings
   */
  public static KafkaConsumer<byte[], byte[]> open(
      KafkaConnection connection, Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>(own);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    try {
      return new KafkaConsumer<>(
          connection.settings(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw KafkaFailures.ofClient(connection, e);
    }
  }

  /** Every partition of a topic; none when there is no such topic. */
  public static List<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    return found == null
        ? List.of()
        : found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }
}
