package io.facestream.bench.gallery;

import io.facestream.bench.frames.FramePublisher;
import io.facestream.client.follow.TopicFollower;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Json;
import io.facestream.wire.Outcome;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A camera that sees the same face all the time, and what the job says of it. */
final class OneFaceCamera implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final byte[] picture;
  private final FramePublisher publisher;
  private final TopicFollower follower;
  private final ScheduledExecutorService shutter = Executors.newSingleThreadScheduledExecutor();
  private Verdict last;

  OneFaceCamera(RunTopics topics, byte[] picture) {
    this.picture = picture;
    this.publisher = new FramePublisher(topics, 1);
    this.follower =
        TopicFollower.start(
            topics.connection(), Duration.ZERO, Map.of(topics.verdicts(), this::take));
  }

  /** Takes pictures from now on. */
  void start(Duration period) {
    shutter.scheduleAtFixedRate(
        () -> publisher.publish(picture), 0, period.toNanos(), TimeUnit.NANOSECONDS);
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
    publisher.close();
    follower.close();
  }

  private synchronized void take(ConsumerRecord<byte[], byte[]> record) throws Exception {
    last = Json.fromBytes(record.value(), Verdict.class);
    notifyAll();
  }
}
