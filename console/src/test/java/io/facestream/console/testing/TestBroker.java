package io.facestream.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.console.DeskTopics;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.Json;
import io.facestream.wire.TopicSet;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One broker, which lives as long as the JVM's tests, and topics of a test's own. */
public final class TestBroker {
  private static final class Shared {
    /** It does not look for what is too old: tests live in a day that has long been over. */
    static final EmbeddedKafka BROKER =
        EmbeddedKafka.start(
            List.of("CLIENT"),
            Map.of("log.initial.task.delay.ms", String.valueOf(Duration.ofDays(1).toMillis())));

    static final KafkaProducer<byte[], byte[]> PRODUCER =
        new KafkaProducer<>(
            connection().settings(Map.of()), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private TestBroker() {}

  private static KafkaConnection connection() {
    return KafkaConnection.to(Shared.BROKER.bootstrapServers());
  }

  /** Fresh topics. */
  public static DeskTopics fresh() {
    String prefix = UUID.randomUUID() + ".";
    TopicSet topics = Topics.USUAL.prefixed(prefix);
    String reviews = prefix + Topics.REVIEWS.name();
    TopicAdmin.createMissing(
        connection(),
        TopicAdmin.REPLICATION_OF_THE_BROKER,
        Stream.concat(topics.all().stream(), Stream.of(Topics.REVIEWS.named(reviews))).toList());
    return new DeskTopics(
        connection(), topics, reviews, prefix + Topics.CAMERAS.name(), "builtin", null);
  }

  /** Deletes a topic with all that it holds, and makes it anew. */
  public static void makeAnew(DeskTopics kafka, TopicSpec topic) {
    try (Admin admin = TopicAdmin.open(kafka.connection())) {
      admin.deleteTopics(List.of(topic.name())).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    TopicAdmin.createMissing(
        kafka.connection(), TopicAdmin.REPLICATION_OF_THE_BROKER, List.of(topic));
  }

  /** Writes a record of ours as the job does; returns when the broker has it. */
  public static void write(String topic, String key, Object value) {
    write(topic, null, key.getBytes(UTF_8), Json.toBytes(value));
  }

  /**
   * Writes any record.
   *
   * @param partition null for that of the key
   */
  public static long write(String topic, Integer partition, byte[] key, byte[] value) {
    return write(topic, partition, null, key, value);
  }

  /** The same with a timestamp; null for now. */
  public static long write(String topic, Integer partition, Instant at, byte[] key, byte[] value) {
    try {
      return Shared.PRODUCER
          .send(
              new ProducerRecord<>(
                  topic, partition, at == null ? null : at.toEpochMilli(), key, value))
          .get()
          .offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
