package io.facestream.bench.pipeline;

import io.facestream.quickstart.RunningJob;
import io.facestream.quickstart.demo.DemoTopics;
import io.facestream.quickstart.demo.Latencies;
import io.facestream.quickstart.follow.TopicFollower;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.Json;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Pictures into Kafka, verdicts out of it. The clock runs from the first picture handed to the
 * producer to the last verdict read: writing, reading, exchanging, searching, judging and answering
 * are all in it, and all on the cores that the models run on.
 */
final class WholePipeline implements AutoCloseable {
  private static final int SAMPLE = 10;
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final List<byte[]> pictures;
  private final int cameras;
  private final DemoTopics topics;
  private final RunningJob job;
  private final KafkaProducer<String, byte[]> producer;
  private final TopicFollower follower;
  private final AtomicLong answered = new AtomicLong();
  private volatile Latencies latencies = new Latencies();
  private long published;

  WholePipeline(List<byte[]> pictures, int cameras, DemoTopics topics, RunningJob job) {
    this.pictures = pictures;
    this.cameras = cameras;
    this.topics = topics;
    this.job = job;
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
    this.follower =
        TopicFollower.start(
            topics.bootstrapServers(),
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
    latencies = new Latencies();
    long goal = answered.get() + count;
    for (int i = 0; i < count; i++) {
      publish(pictures.get(i % pictures.size()));
    }
    while (answered.get() < goal) {
      job.requireHealthy();
      follower.requireHealthy();
      Thread.sleep(1);
    }
  }

  /** Where the time of the last run went; read it between runs. */
  Latencies latencies() {
    return latencies;
  }

  @Override
  public void close() {
    producer.close();
    follower.close();
  }

  /** Consecutive pictures go to different cameras, so that every subtask has work all the time. */
  private void publish(byte[] picture) {
    int camera = (int) (published % cameras);
    ProducerRecord<String, byte[]> frame =
        new ProducerRecord<>(
            topics.frames(), camera % Topics.FRAMES.partitions(), "camera-" + camera, picture);
    String sequence = Long.toString(published / cameras);
    frame.headers().add(FrameHeaders.SEQUENCE, sequence.getBytes(StandardCharsets.US_ASCII));
    producer.send(frame);
    published++;
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
