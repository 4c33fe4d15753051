package io.facestream.ingest;

import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.time.Duration;

/**
 * Where pictures go.
 *
 * @param bootstrapServers {@code host:port[,host:port…]}
 * @param framesTopic created when it is missing
 * @param replication the replication factor of a topic it creates
 * @param metricsInterval time between two lines of metrics per camera; zero for none
 */
public record IngestOptions(
    String bootstrapServers, TopicSpec framesTopic, short replication, Duration metricsInterval) {

  /** To the topic {@code frames}, a line of metrics every ten seconds. */
  public static IngestOptions to(String bootstrapServers) {
    return new IngestOptions(bootstrapServers, Topics.FRAMES, (short) 1, Duration.ofSeconds(10));
  }

  /** The same with another topic for the frames. */
  public IngestOptions withFramesTopic(TopicSpec topic) {
    return new IngestOptions(bootstrapServers, topic, replication, metricsInterval);
  }

  /** The same with another interval between lines of metrics. */
  public IngestOptions withMetricsInterval(Duration interval) {
    return new IngestOptions(bootstrapServers, framesTopic, replication, interval);
  }
}
