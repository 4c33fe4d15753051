package io.facestream.client.topics;

import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/** Asks the broker how a topic is set up. */
public final class TopicSettings {
  private TopicSettings() {}

  /**
   * The topic's settings; empty when they may not be read.
   *
   * @throws io.facestream.client.BrokerUnreachableException when nobody answers
   * @throws RequestFailedException when the topic does not exist; the message says so
   */
  public static Optional<Config> of(KafkaConnection connection, String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = TopicAdmin.open(connection)) {
      return Optional.of(
          TopicAdmin.await(
                  admin.describeConfigs(List.of(resource)).all(),
                  "read the settings of topic '" + topic + "'",
                  connection)
              .get(resource));
    } catch (RequestFailedException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
