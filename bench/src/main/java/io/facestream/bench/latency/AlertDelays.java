package io.facestream.bench.latency;

import io.facestream.bench.frames.AnsweredFrames;
import io.facestream.client.follow.TopicFollower;
import io.facestream.onejvm.RunTopics;
import io.facestream.onejvm.StageLatencies;
import io.facestream.wire.Alert;
import io.facestream.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads alerts as they come and notes how old their frames are by then. */
final class AlertDelays implements AnsweredFrames, AutoCloseable {
  private static final int SIGNIFICANT_DIGITS = 3;

  private final TopicFollower follower;
  private final AtomicLong answered = new AtomicLong();
  private Histogram delays;
  private StageLatencies stages;
  private long sinceMillis;

  AlertDelays(RunTopics topics) {
    forget();
    follower =
        TopicFollower.start(
            topics.connection(),
            Duration.ZERO,
            Map.of(
                topics.alerts(), this::take,
                topics.verdicts(), record -> answered.incrementAndGet(),
                topics.framesDlq(), record -> answered.incrementAndGet()));
  }

  @Override
  public long answered() {
    return answered.get();
  }

  /**
   * Begins a new measurement: of frames from now on, since alerts of earlier ones may still come.
   */
  synchronized void forget() {
    sinceMillis = System.currentTimeMillis();
    delays = new Histogram(SIGNIFICANT_DIGITS);
    stages = new StageLatencies();
  }

  synchronized long count() {
    return delays.getTotalCount();
  }

  /** Milliseconds from a frame's append to the moment its alert was read. */
  synchronized double percentile(double percentile) {
    return delays.getValueAtPercentile(percentile);
  }

  synchronized Map<String, Double> stages(double percentile) {
    return stages.percentiles(percentile);
  }

  @Override
  public void requireHealthy() throws Exception {
    follower.requireHealthy();
  }

  @Override
  public void close() {
    follower.close();
  }

  private synchronized void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
    long now = System.currentTimeMillis();
    Alert alert = Json.fromBytes(record.value(), Alert.class);
    long appended = alert.frame().capturedAt().toEpochMilli();
    if (appended >= sinceMillis) {
      delays.recordValue(Math.max(0, now - appended));
      stages.add(alert.timings());
    }
  }
}
