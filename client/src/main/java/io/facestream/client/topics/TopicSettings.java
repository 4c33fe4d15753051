package io.facestream.client.topics;

import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The settings of several topics, by one request; without those that do not exist, or whose
   * settings may not be read.
   *
   * @throws io.facestream.client.BrokerUnreachableException when nobody answers
   */
  public static Map<String, Config> ofThose(KafkaConnection connection, Collection<String> topics) {
    List<ConfigResource> resources =
        topics.stream().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList();
    Map<String, Config> settings = new HashMap<>();
    try (Admin admin = TopicAdmin.open(connection)) {
      admin
          .describeConfigs(resources)
          .values()
          .forEach(
              (resource, answer) -> {
                String topic = resource.name();
                try {
                  settings.put(
                      topic,
                      TopicAdmin.await(
                          answer, "read the settings of topic '" + topic + "'", connection));
                } catch (RequestFailedException e) {
                  // Left out.
                }
              });
    }
    return settings;
  }
}
