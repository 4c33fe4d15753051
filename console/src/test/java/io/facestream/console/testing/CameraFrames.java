package io.facestream.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.console.DeskTopics;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A camera, whose clock is that of the tests' consoles. */
public final class CameraFrames {
  private static final int FRAMES = 60;
  private static final long MILLIS = 100;

  /** What the clock of a test's console says. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private CameraFrames() {}

  /** Sends the last seconds of the street of the drawn people. */
  public static void send(TestJob job, String camera) {
    send(job, camera, FRAMES);
  }

  /** The same of more seconds, at ten frames a second. */
  public static void send(TestJob job, String camera, int frames) {
    send(job, camera, job::frame, frames, -frames * MILLIS);
  }

  /**
   * Sends the same picture several times.
   *
   * @param after milliseconds from now to the first
   */
  public static void send(TestJob job, String camera, byte[] picture, int times, long after) {
    send(job, camera, number -> picture, times, after);
  }

  private static void send(
      TestJob job, String camera, LongFunction<byte[]> frames, int count, long after) {
    DeskTopics desk = job.desk();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            desk.connection().settings(Map.of()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < count; i++) {
        long at = NOW.plusMillis(after + MILLIS * i).toEpochMilli();
        producer.send(
            new ProducerRecord<>(
                desk.topics().frames().name(), null, at, camera.getBytes(UTF_8), frames.apply(i)));
      }
    }
  }
}
