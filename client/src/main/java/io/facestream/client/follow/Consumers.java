package io.facestream.client.follow;

import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers that read topics on their own, without a consumer group. */
public final class Consumers {
  public static final Duration POLL = Duration.ofMillis(100);

  private Consumers() {}

  /** Less than this is not worth an answer to a reader with patience, bytes. */
  private static final int WORTH_AN_ANSWER = 1 << 20;

  /**
   * A consumer of raw records that sees only what is committed.
   *
   * @param patience how long the broker may collect records before it answers; zero for a record at
   *     once, at the price of a request for each
   */
  public static KafkaConsumer<byte[], byte[]> open(String bootstrapServers, Duration patience) {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    if (!patience.isZero()) {
      settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, WORTH_AN_ANSWER);
      settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) patience.toMillis());
    }
    // Enough for the largest frame, and a bound on what waits on the heap.
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Topics.MAX_RECORD_BYTES);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MAX_RECORD_BYTES);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Every partition of a topic. */
  public static List<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }
}
