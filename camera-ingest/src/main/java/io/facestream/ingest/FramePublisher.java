package io.facestream.ingest;

import io.facestream.wire.BrokerUnreachableException;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.TopicAdmin;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes pictures to the frames topic; one for all cameras of the process. */
final class FramePublisher implements AutoCloseable {
  /** Pictures in the hands of Kafka's client, for all cameras together. */
  private static final long PRODUCER_MEMORY_BYTES = 64L * 1024 * 1024;

  private static final Duration FLUSH_AT_CLOSE = Duration.ofSeconds(5);

  private final String topic;
  private final int partitions;
  private final Producer<String, byte[]> producer;

  /**
   * Creates the topic if it is missing, and connects.
   *
   * @throws BrokerUnreachableException when no broker answers
   */
  FramePublisher(IngestOptions options) {
    topic = options.framesTopic().name();
    String servers = options.bootstrapServers();
    TopicAdmin.createMissing(servers, options.replication(), List.of(options.framesTopic()));
    partitions = countPartitions(servers);
    producer =
        new KafkaProducer<>(settings(servers), new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Hands a picture to Kafka's client; blocks while that has no memory left.
   *
   * @param slot the camera's place in its list: it writes to partition {@code slot mod n}, and only
   *     there. The job gives each partition to one subtask, so a few cameras spread evenly, which
   *     hashing their ids would not do, and a camera's frames stay in order
   */
  void publish(CapturedFrame frame, int slot, Callback whenDone) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(
            topic, slot % partitions, frame.capturedAtMillis(), frame.cameraId(), frame.picture());
    message.headers().add(FrameHeaders.CONTENT_TYPE, ascii(frame.contentType()));
    message.headers().add(FrameHeaders.SEQUENCE, ascii(Long.toString(frame.sequence())));
    producer.send(message, whenDone);
  }

  /** Waits a few seconds for what is under way, then gives up on it. */
  @Override
  public void close() {
    producer.close(FLUSH_AT_CLOSE);
  }

  private static Map<String, Object> settings(String servers) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        servers,
        ProducerConfig.CLIENT_ID_CONFIG,
        "facestream-ingest",
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        // A picture fills a batch by itself: waiting for company would only cost latency.
        ProducerConfig.LINGER_MS_CONFIG,
        0,
        // Pictures are compressed already.
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "none",
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        Topics.MAX_RECORD_BYTES,
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        PRODUCER_MEMORY_BYTES,
        // Wait out every outage: what a file holds is never lost, and a live camera drops before
        // its pictures get here.
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        Integer.MAX_VALUE,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        Long.MAX_VALUE);
  }

  private int countPartitions(String servers) {
    try (Admin admin = TopicAdmin.open(servers)) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .size();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new BrokerUnreachableException(servers, e.getCause());
      }
      throw new IllegalStateException(
          "Cannot look at topic '" + topic + "': " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while looking at topic '" + topic + "'", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
