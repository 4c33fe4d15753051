package io.facestream.ingest;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where pictures go.
 *
 * @param connection the brokers, and how to get in
 * @param framesTopic created when it is missing
 * @param replication the replication factor of a topic it creates; −1 lets the broker decide
 * @param metricsInterval time between two lines of metrics per camera; zero for none
 * @param metrics takes those lines
 * @param cameras a topic whose cameras are read beside those that are given; null for none
 */
public record IngestOptions(
    KafkaConnection connection,
    TopicSpec framesTopic,
    short replication,
    Duration metricsInterval,
    Consumer<String> metrics,
    TopicSpec cameras) {
  private static final Logger LOG = LoggerFactory.getLogger("io.facestream.ingest.metrics");

  /** To the topic {@code frames}, a line of metrics into the log every ten seconds. */
  public static IngestOptions to(KafkaConnection connection) {
    return new IngestOptions(
        connection,
        Topics.FRAMES,
        TopicAdmin.REPLICATION_OF_THE_BROKER,
        Duration.ofSeconds(10),
        LOG::info,
        null);
  }

  /** The same with another topic for the frames. */
  public IngestOptions withFramesTopic(TopicSpec topic) {
    return new IngestOptions(connection, topic, replication, metricsInterval, metrics, cameras);
  }

  /** The same with lines of metrics in another interval, to somebody else. */
  public IngestOptions withMetrics(Duration interval, Consumer<String> receiver) {
    return new IngestOptions(connection, framesTopic, replication, interval, receiver, cameras);
  }

  /** The same with the cameras of a topic, which is created when it is missing. */
  public IngestOptions following(TopicSpec topic) {
    return new IngestOptions(connection, framesTopic, replication, metricsInterval, metrics, topic);
  }
}
