package io.facestream.client.gallery;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Topics;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;

/**
 * Where a gallery lies.
 *
 * @param bootstrapServers {@code host:port[,host:port…]}
 * @param name the compacted topic's name
 */
public record GalleryTopic(String bootstrapServers, String name) {
  /** Lets the broker's own {@code default.replication.factor} decide. */
  private static final short BROKER_DEFAULT_REPLICATION = -1;

  /** How long a broker may take to answer before it counts as unreachable. */
  static final int ANSWER_TIMEOUT_MILLIS = 10_000;

  /**
   * Creates the topic, compacted, when it does not exist.
   *
   * @throws BrokerUnreachableException when no broker answers
   */
  public void createIfMissing() {
    try {
      TopicAdmin.createMissing(
          bootstrapServers, BROKER_DEFAULT_REPLICATION, List.of(Topics.GALLERY.named(name)));
    } catch (KafkaException e) {
      // A host that does not resolve fails in the client's constructor, not in the request.
      throw new BrokerUnreachableException(bootstrapServers, e);
    } catch (IllegalStateException e) {
      if (!(e.getCause() instanceof KafkaException)) {
        throw e;
      }
      throw new IllegalArgumentException(e.getMessage() + ": " + e.getCause().getMessage(), e);
    }
  }

  /** Settings that every client of this topic needs. */
  Properties clientSettings() {
    Properties settings = new Properties();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MILLIS);
    return settings;
  }
}
