package io.facestream.console.testing;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.console.DeskTopics;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.Json;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker of a test's own with the job's topics and no job, to be stopped and started. */
public final class OwnBroker implements AutoCloseable {
  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private final DeskTopics desk;

  public OwnBroker() {
    KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
    desk =
        new DeskTopics(
            connection,
            Topics.USUAL,
            Topics.REVIEWS.name(),
            Topics.CAMERAS.name(),
            "builtin",
            null);
    TopicAdmin.createMissing(
        connection,
        TopicAdmin.REPLICATION_OF_THE_BROKER,
        Stream.concat(Topics.USUAL.all().stream(), Stream.of(Topics.REVIEWS)).toList());
  }

  public DeskTopics desk() {
    return desk;
  }

  /** Stops answering, and keeps what it has. */
  public void stop() {
    kafka.stop();
  }

  /** Answers again, at the same address. */
  public void resume() {
    kafka.resume();
  }

  /** Writes records of ours as the job does. */
  public void write(String topic, String key, Object... values) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            desk.connection().settings(Map.of()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Object value : values) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, bytes, Json.toBytes(value))).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kafka.close();
  }
}
