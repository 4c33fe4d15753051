package io.facestream.bench.frames;

import io.facestream.quickstart.demo.DemoTopics;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes pictures as frames of several cameras, each sent at once. Thread-confined. */
public final class FramePublisher implements AutoCloseable {
  private final DemoTopics topics;
  private final int cameras;
  private final KafkaProducer<String, byte[]> producer;
  private long published;

  public FramePublisher(DemoTopics topics, int cameras) {
    this.topics = topics;
    this.cameras = cameras;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                topics.bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Consecutive pictures go to different cameras, so that every subtask has work all the time. The
   * time stamp is that of the call.
   */
  public void publish(byte[] picture) {
    int camera = (int) (published % cameras);
    ProducerRecord<String, byte[]> frame =
        new ProducerRecord<>(
            topics.frames(), camera % Topics.FRAMES.partitions(), "camera-" + camera, picture);
    String sequence = Long.toString(published / cameras);
    frame.headers().add(FrameHeaders.SEQUENCE, sequence.getBytes(StandardCharsets.US_ASCII));
    producer.send(frame);
    published++;
  }

  @Override
  public void close() {
    producer.close();
  }
}
