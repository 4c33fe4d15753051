package io.facestream.ingest;

import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where pictures go.
 *
 * @param bootstrapServers {@code host:port[,host:port…]}
 * @param framesTopic created when it is missing
 * @param replication the replication factor of a topic it creates
 * @param metricsInterval time between two lines of metrics per camera; zero for none
 * @param metrics takes those lines
 */
public record IngestOptions(
    String bootstrapServers,
    TopicSpec framesTopic,
    short replication,
    Duration metricsInterval,
    Consumer<String> metrics) {
  private static final Logger LOG = LoggerFactory.getLogger("io.facestream.ingest.metrics");

  /** To the topic {@code frames}, a line of metrics into the log every ten seconds. */
  public static IngestOptions to(String bootstrapServers) {
    return new IngestOptions(
        bootstrapServers, Topics.FRAMES, (short) 1, Duration.ofSeconds(10), LOG::info);
  }

  /** The same with another topic for the frames. */
  public IngestOptions withFramesTopic(TopicSpec topic) {
    return new IngestOptions(bootstrapServers, topic, replication, metricsInterval, metrics);
  }

  /** The same with lines of metrics in another interval, to somebody else. */
  public IngestOptions withMetrics(Duration interval, Consumer<String> receiver) {
    return new IngestOptions(bootstrapServers, framesTopic, replication, interval, receiver);
  }
}
