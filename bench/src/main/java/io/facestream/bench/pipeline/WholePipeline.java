package io.facestream.bench.pipeline;

import io.facestream.bench.frames.FramePublisher;
import io.facestream.client.follow.TopicFollower;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.onejvm.RunTopics;
import io.facestream.onejvm.StageLatencies;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Pictures into Kafka, verdicts out of it. The clock runs from the first picture handed to the
 * producer to the last verdict read: writing, reading, exchanging, searching, judging and answering
 * are all in it, and all on the cores that the models run on.
 */
final class WholePipeline implements AutoCloseable {
  private static final int SAMPLE = 10;

  /** From a frame of a camera to its next, by the camera's clock. */
  private static final long SPACING_MILLIS = 40;

  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final List<byte[]> pictures;
  private final int cameras;
  private final RunningJob job;
  private final FramePublisher publisher;
  private final TopicFollower follower;
  private final AtomicLong answered = new AtomicLong();
  private volatile StageLatencies latencies = new StageLatencies();
  private long shown;
  private long clock;

  WholePipeline(List<byte[]> pictures, int cameras, RunTopics topics, RunningJob job) {
    this.pictures = pictures;
    this.cameras = cameras;
    this.job = job;
    this.publisher = new FramePublisher(topics, cameras);
    this.follower =
        TopicFollower.start(
            topics.connection(),
            PATIENCE,
            Map.of(
                topics.verdicts(), this::takeVerdict,
                topics.alerts(), record -> {},
                topics.framesDlq(), record -> answered.incrementAndGet()));
  }

  /**
   * Sends pictures through, over and over: each camera shows all of them, in their order.
   *
   * @param count how many in all
   */
  void run(int count) throws Exception {
    latencies = new StageLatencies();
    long goal = answered.get() + count;
    for (int i = 0; i < count; i++) {
      publishNext();
    }
    while (answered.get() < goal) {
      job.requireHealthy();
      follower.requireHealthy();
      Thread.sleep(1);
    }
  }

  private void publishNext() {
    long turn = shown / cameras;
    if (shown % cameras == 0) {
      clock = Math.max(clock + SPACING_MILLIS, turn == 0 ? System.currentTimeMillis() : 0);
    }
    // Apart from each other, so that not all have the same picture at once.
    long ahead = shown % cameras * pictures.size() / cameras;
    publisher.publish(pictures.get((int) ((turn + ahead) % pictures.size())), clock);
    shown++;
  }

  /** Where the time of the last run went; read it between runs. */
  StageLatencies latencies() {
    return latencies;
  }

  @Override
  public void close() {
    publisher.close();
    follower.close();
  }

  private void takeVerdict(ConsumerRecord<byte[], byte[]> record) throws IOException {
    // Reading JSON is the receiver's cost, not the pipeline's: a sample suffices for the means.
    if (answered.get() % SAMPLE == 0) {
      latencies.add(Json.fromBytes(record.value(), Verdict.class).timings());
    }
    // Last: whoever sees the count may read the latencies.
    answered.incrementAndGet();
  }
}
