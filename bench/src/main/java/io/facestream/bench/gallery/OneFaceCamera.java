package io.facestream.bench.gallery;

import io.facestream.quickstart.RunningJob;
import io.facestream.quickstart.demo.DemoTopics;
import io.facestream.quickstart.follow.TopicFollower;
import io.facestream.wire.Json;
import io.facestream.wire.Outcome;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A camera that sees the same face all the time, and what the job says of it. */
final class OneFaceCamera implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final DemoTopics topics;
  private final byte[] picture;
  private final KafkaProducer<String, byte[]> producer;
  private final TopicFollower follower;
  private final ScheduledExecutorService shutter = Executors.newSingleThreadScheduledExecutor();
  private Verdict last;

  OneFaceCamera(DemoTopics topics, byte[] picture) {
    this.topics = topics;
    this.picture = picture;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                topics.bootstrapServers(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());
    this.follower =
        TopicFollower.start(
            topics.bootstrapServers(), Duration.ZERO, Map.of(topics.verdicts(), this::take));
  }

  /** Takes pictures from now on. */
  void start(Duration period) {
    shutter.scheduleAtFixedRate(this::shoot, 0, period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * The first verdict on a picture taken after a moment that has an outcome.
   *
   * @param job who is to give it
   * @param afterMillis milliseconds since the epoch
   * @throws IllegalStateException when there is none within ten minutes
   */
  synchronized Verdict await(RunningJob job, long afterMillis, Outcome outcome) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (last == null
        || last.outcome() != outcome
        || last.frame().capturedAt().toEpochMilli() < afterMillis) {
      job.requireHealthy();
      follower.requireHealthy();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("No verdict '" + outcome + "' within " + PATIENCE);
      }
      wait(100);
    }
    return last;
  }

  @Override
  public void close() {
    shutter.shutdownNow();
    producer.close();
    follower.close();
  }

  private void shoot() {
    producer.send(new ProducerRecord<>(topics.frames(), "camera", picture));
  }

  private synchronized void take(ConsumerRecord<byte[], byte[]> record) throws Exception {
    last = Json.fromBytes(record.value(), Verdict.class);
    notifyAll();
  }
}
