package io.facestream.ingest.testing;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.ingest.IngestOptions;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of its own for one test. */
public final class FramesTopic {
  private final EmbeddedKafka broker;
  private final TopicSpec topic;

  public FramesTopic(EmbeddedKafka broker, int partitions) {
    this.broker = broker;
    this.topic = Topics.FRAMES.named("frames-" + UUID.randomUUID()).withPartitions(partitions);
  }

  public IngestOptions options() {
    return IngestOptions.to(KafkaConnection.to(broker.bootstrapServers()))
        .withFramesTopic(topic)
        .withMetrics(Duration.ZERO, line -> {});
  }

  public String name() {
    return topic.name();
  }

  /** Creates the topic as somebody else might have: with a limit for its records, in bytes. */
  public void createWithLimit(int bytes) throws InterruptedException, ExecutionException {
    try (Admin admin = TopicAdmin.open(KafkaConnection.to(broker.bootstrapServers()))) {
      NewTopic limited =
          new NewTopic(topic.name(), topic.partitions(), (short) 1)
              .configs(Map.of("max.message.bytes", "" + bytes));
      admin.createTopics(List.of(limited)).all().get();
    }
  }

  /** Everything on the topic now, partition by partition. */
  public List<ConsumerRecord<String, byte[]>> records() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "max.partition.fetch.bytes",
            Topics.MAX_RECORD_BYTES);
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      for (TopicPartition partition : partitions) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
          consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
        }
      }
    }
    return all;
  }

  /** What a camera has on the topic, in the topic's order. */
  public List<ConsumerRecord<String, byte[]>> recordsOf(String cameraId) {
    return records().stream().filter(message -> message.key().equals(cameraId)).toList();
  }

  /** A header's text. */
  public static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.US_ASCII);
  }

  /** The sequence header's number. */
  public static long sequence(ConsumerRecord<String, byte[]> message) {
    return Long.parseLong(header(message, "facestream-seq"));
  }
}
