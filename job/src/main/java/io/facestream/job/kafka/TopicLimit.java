package io.facestream.job.kafka;

import io.facestream.wire.BrokerUnreachableException;
import io.facestream.wire.TopicAdmin;
import io.facestream.wire.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The largest record that a topic takes. */
final class TopicLimit {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLimit.class);

  /** Kafka's default: what a topic that nobody configured takes. */
  private static final int KAFKA_DEFAULT = 1_048_588;

  private TopicLimit() {}

  /**
   * Asks the broker; a topic made by somebody else may take less than ours do.
   *
   * @return bytes of a batch, at most what our producers send
   * @throws BrokerUnreachableException when nobody answers
   */
  static int of(String bootstrapServers, String topic) {
    try (Admin admin = TopicAdmin.open(bootstrapServers)) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      String limit =
          admin
              .describeConfigs(List.of(resource))
              .all()
              .get()
              .get(resource)
              .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
              .value();
      return Math.min(Integer.parseInt(limit), Topics.MAX_RECORD_BYTES);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        LOG.warn(
            "May not read the settings of topic {}: records above Kafka's default of {} bytes are"
                + " reduced; allow DescribeConfigs on it",
            topic,
            KAFKA_DEFAULT);
        return KAFKA_DEFAULT;
      }
      throw new BrokerUnreachableException(bootstrapServers, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(bootstrapServers, e);
    }
  }
}
