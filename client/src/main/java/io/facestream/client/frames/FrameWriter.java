package io.facestream.client.frames;

import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes pictures to the frames topic; one for all cameras of a process.
 *
 * <pre>{@code
 * try (FrameWriter writer = FrameWriter.open(connection, "frames", "my-camera")) {
 *   writer.write(FrameToWrite.of("lobby", 0, System.currentTimeMillis(), jpeg, "image/jpeg"), 0,
 *       failure -> { ... });
 * }
 * }</pre>
 *
 * <p>Thread-safe. An outage of the brokers is waited out, however long: what must not wait is for
 * the caller to drop before.
 */
public final class FrameWriter implements AutoCloseable {
  /** Pictures in the hands of Kafka's client, for all cameras together. */
  private static final long PRODUCER_MEMORY_BYTES = 64L * 1024 * 1024;

  private static final Duration FLUSH_AT_CLOSE = Duration.ofSeconds(5);

  private final String topic;
  private final int partitions;
  private final Producer<String, byte[]> producer;

  /** What became of a frame; called on a thread of Kafka's client. */
  @FunctionalInterface
  public interface Answer {
    /**
     * @param failure null when the frame is stored
     */
    void done(Exception failure);
  }

  private FrameWriter(String topic, int partitions, Producer<String, byte[]> producer) {
    this.topic = topic;
    this.partitions = partitions;
    this.producer = producer;
  }

  /**
   * Connects to a topic that exists ({@link io.facestream.client.topics.TopicAdmin#createMissing}).
   *
   * @param clientId how the broker's logs and metrics call it
   * @throws io.facestream.client.BrokerUnreachableException when no host resolves
   * @throws io.facestream.client.BrokerRefusedException when the broker refuses
   */
  public static FrameWriter open(KafkaConnection connection, String topic, String clientId) {
    return open(connection, topic, settings(clientId));
  }

  /**
   * The same for somebody who waits: what cannot be written in time fails.
   *
   * @param patience at least a second
   */
  public static FrameWriter open(
      KafkaConnection connection, String topic, String clientId, Duration patience) {
    Map<String, Object> settings = settings(clientId);
    int millis = (int) patience.toMillis();
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
    return open(connection, topic, settings);
  }

  private static FrameWriter open(
      KafkaConnection connection, String topic, Map<String, Object> settings) {
    Producer<String, byte[]> producer;
    try {
      producer =
          new KafkaProducer<>(
              connection.settings(settings), new StringSerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw KafkaFailures.ofClient(connection, e);
    }
    try {
      // Also fetches what the first picture would otherwise wait for.
      return new FrameWriter(topic, producer.partitionsFor(topic).size(), producer);
    } catch (InterruptException e) {
      producer.close(Duration.ZERO);
      throw e;
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw KafkaFailures.of(connection, "write to topic '" + topic + "'", e);
    }
  }

  /**
   * Hands a frame to Kafka's client; blocks while that has no memory left.
   *
   * @param slot the camera's place among those that are written: it goes to partition {@code slot
   *     mod n}, and only there. The job gives each partition to one subtask, so a few cameras
   *     spread evenly, which hashing their ids would not do, and a camera's frames stay in order
   */
  public void write(FrameToWrite frame, int slot, Answer whenDone) {
    producer.send(record(frame, slot), (metadata, failure) -> whenDone.done(failure));
  }

  /** The same, for whoever wants to know where the frame lies then. */
  public CompletableFuture<FramePlace> writeTo(FrameToWrite frame, int slot) {
    CompletableFuture<FramePlace> place = new CompletableFuture<>();
    try {
      producer.send(
          record(frame, slot),
          (metadata, failure) -> {
            if (failure == null) {
              place.complete(new FramePlace(metadata.partition(), metadata.offset()));
            } else {
              place.completeExceptionally(failure);
            }
          });
    } catch (KafkaException e) {
      place.completeExceptionally(e);
    }
    return place;
  }

  private ProducerRecord<String, byte[]> record(FrameToWrite frame, int slot) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(
            topic, slot % partitions, frame.capturedAtMillis(), frame.cameraId(), frame.picture());
    header(message, FrameHeaders.CONTENT_TYPE, frame.contentType());
    if (frame.sequence() != FrameToWrite.NOT_NUMBERED) {
      header(message, FrameHeaders.SEQUENCE, Long.toString(frame.sequence()));
    }
    if (frame.request() != null) {
      header(message, FrameHeaders.REQUEST, frame.request().id());
      header(message, FrameHeaders.SCOPE, frame.request().scopeHeader());
      header(message, FrameHeaders.ANALYSERS, frame.request().analysersHeader());
    }
    return message;
  }

  /** Waits a few seconds for what is under way, then gives up on it. */
  @Override
  public void close() {
    producer.close(FLUSH_AT_CLOSE);
  }

  private static void header(ProducerRecord<?, ?> message, String name, String value) {
    header(message, name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  private static void header(ProducerRecord<?, ?> message, String name, byte[] value) {
    if (value != null) {
      message.headers().add(name, value);
    }
  }

  private static Map<String, Object> settings(String clientId) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // While a partition is new, its first batch may be sent again and be overtaken by the second;
    // the first is then out of sequence for good. One request at a time cannot be overtaken.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    // Several pictures to a request, if they wait anyway; but none waits for company.
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // Pictures are compressed already.
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_MEMORY_BYTES);
    // Wait out every outage: what a file holds is never lost, and a live camera drops before its
    // pictures get here.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
    return settings;
  }
}
