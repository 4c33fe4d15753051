package io.facestream.ingest;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    producer =
        new KafkaProducer<>(settings(servers), new StringSerializer(), new ByteArraySerializer());
    // Also fetches what the first picture would otherwise wait for.
    partitions = producer.partitionsFor(topic).size();
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
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "facestream-ingest");
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

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
