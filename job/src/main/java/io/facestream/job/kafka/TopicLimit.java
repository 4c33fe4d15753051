package io.facestream.job.kafka;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicSettings;
import io.facestream.wire.Topics;
import java.util.Set;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which records a topic takes.
 *
 * @param bytes the most bytes of a batch, at most what our producers send
 * @param needsKey whether it refuses records without a key, as compacted topics do
 */
record TopicLimit(int bytes, boolean needsKey) {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLimit.class);

  /** Kafka's default: what a topic that nobody configured takes. */
  private static final int KAFKA_DEFAULT = 1_048_588;

  /** With these the broker keeps batches as they were sent. */
  private static final Set<String> AS_SENT = Set.of("producer", "uncompressed");

  /**
   * A 256th: by so much a compression may enlarge what cannot be compressed, and the broker
   * measures what it has compressed.
   */
  private static final int HEADROOM_SHIFT = 8;

  /**
   * Asks the broker; a topic made by somebody else may take less than ours do.
   *
   * @throws BrokerUnreachableException when nobody answers
   * @throws IllegalStateException when the topic does not exist; the message says so
   */
  static TopicLimit of(KafkaConnection connection, String topic) {
    return TopicSettings.of(connection, topic)
        .map(TopicLimit::of)
        .orElseGet(() -> ofUnknown(topic));
  }

  private static TopicLimit ofUnknown(String topic) {
    LOG.warn(
        "May not read the settings of topic {}: records above Kafka's default of {} bytes are"
            + " reduced; allow DescribeConfigs on it",
        topic,
        KAFKA_DEFAULT);
    return new TopicLimit(KAFKA_DEFAULT - (KAFKA_DEFAULT >> HEADROOM_SHIFT), true);
  }

  private static TopicLimit of(Config settings) {
    int bytes = Integer.parseInt(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    if (!AS_SENT.contains(settings.get(TopicConfig.COMPRESSION_TYPE_CONFIG).value())) {
      bytes -= bytes >> HEADROOM_SHIFT;
    }
    return new TopicLimit(
        Math.min(bytes, Topics.MAX_RECORD_BYTES),
        settings
            .get(TopicConfig.CLEANUP_POLICY_CONFIG)
            .value()
            .contains(TopicConfig.CLEANUP_POLICY_COMPACT));
  }
}
