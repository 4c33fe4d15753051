package io.facestream.bench.api;

import io.facestream.bench.frames.AnsweredFrames;
import io.facestream.client.follow.TopicFollower;
import io.facestream.client.requests.RequestDesk;
import io.facestream.onejvm.RunTopics;
import io.facestream.onejvm.StageLatencies;
import io.facestream.wire.CameraIds;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the job says: how many frames of cameras it judged, and where its time for pictures went.
 */
final class JobWatch implements AnsweredFrames, AutoCloseable {
  private final AtomicLong answered = new AtomicLong();
  private final TopicFollower follower;
  private StageLatencies stages = new StageLatencies();

  JobWatch(RunTopics topics) {
    follower =
        TopicFollower.start(
            topics.connection(),
            Duration.ZERO,
            Map.of(topics.verdicts(), this::take, topics.framesDlq(), this::take));
  }

  private void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (!RequestDesk.isLane(CameraIds.of(record.key()))) {
      answered.incrementAndGet();
      return;
    }
    Verdict verdict = Json.fromBytes(record.value(), Verdict.class);
    synchronized (this) {
      stages.add(verdict.timings());
    }
  }

  /** Of cameras. */
  @Override
  public long answered() {
    return answered.get();
  }

  /** Begins to measure stages anew. */
  synchronized void forget() {
    stages = new StageLatencies();
  }

  /** Of pictures that were asked for, by the verdicts' own timings. */
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
}
