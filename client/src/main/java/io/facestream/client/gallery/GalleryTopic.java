package io.facestream.client.gallery;

import io.facestream.client.BrokerPatience;
import io.facestream.client.BrokerRefusedException;
import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import io.facestream.client.topics.AccessCheck;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;

/**
 * Where a gallery lies.
 *
 * @param connection the brokers, and how to get in
 * @param name the compacted topic's name
 * @param replication copies of it where it is to be created; −1 lets the broker decide
 */
public record GalleryTopic(KafkaConnection connection, String name, short replication) {
  /** Copied as the broker is set up, where it is to be created. */
  public GalleryTopic(KafkaConnection connection, String name) {
    this(connection, name, TopicAdmin.REPLICATION_OF_THE_BROKER);
  }

  /** The same with another number of copies. */
  public GalleryTopic withReplication(short copies) {
    return new GalleryTopic(connection, name, copies);
  }

  /** {@code host:port[,host:port…]}. */
  public String bootstrapServers() {
    return connection.bootstrapServers();
  }

  /**
   * Creates the topic, compacted, when it does not exist, and makes sure that it can be read and
   * written.
   *
   * @throws BrokerUnreachableException when no broker answers
   * @throws BrokerRefusedException when the broker does not let this user do it
   * @throws IllegalArgumentException when the broker takes no topic of this name
   */
  public void createIfMissing() {
    try {
      TopicAdmin.createMissing(connection, replication, List.of(Topics.GALLERY.named(name)));
      AccessCheck.of(connection).reads(name).writes(name).require();
    } catch (BrokerRefusedException e) {
      throw e;
    } catch (RequestFailedException e) {
      if (!(e.getCause() instanceof KafkaException)) {
        throw e;
      }
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The settings of a client of this topic. Not to be logged. */
  Properties clientSettings(Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>(own);
    settings.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, BrokerPatience.millis());
    return connection.settings(settings);
  }
}
