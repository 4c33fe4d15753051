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
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final List<byte[]> pictures;
  private final RunningJob job;
  private final FramePublisher publisher;
  private final TopicFollower follower;
  private final AtomicLong answered = new AtomicLong();
  private volatile StageLatencies latencies = new StageLatencies();

  WholePipeline(List<byte[]> pictures, int cameras, RunTopics topics, RunningJob job) {
    this.pictures = pictures;
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
   * Sends pictures through, over and over.
   *
   * @param count how many in all
   */
  void run(int count) throws Exception {
    latencies = new StageLatencies();
    long goal = answered.get() + count;
    for (int i = 0; i < count; i++) {
      publisher.publish(pictures.get(i % pictures.size()));
    }
    while (answered.get() < goal) {
      job.requireHealthy();
      follower.requireHealthy();
      Thread.sleep(1);
    }
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
