package io.facestream.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.console.DeskTopics;
import io.facestream.console.testing.TestJob;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A camera in the street of the drawn people. */
final class CameraFrames {
  private static final int FRAMES = 60;
  private static final int MILLIS = 100;

  /** What the clock of a test's console says. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private CameraFrames() {}

  /** Sends the frames of the last seconds. */
  static void send(TestJob job, String camera) {
    DeskTopics desk = job.desk();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            desk.connection().settings(Map.of()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < FRAMES; i++) {
        long at = NOW.minusMillis((long) MILLIS * (FRAMES - i)).toEpochMilli();
        producer.send(
            new ProducerRecord<>(
                desk.topics().frames().name(), null, at, camera.getBytes(UTF_8), job.frame(i)));
      }
    }
  }
}
