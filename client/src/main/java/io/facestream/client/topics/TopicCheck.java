package io.facestream.client.topics;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import io.facestream.wire.TopicSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Compares topics as they are with topics as Facestream would have created them. */
public final class TopicCheck {
  private TopicCheck() {}

  /**
   * What is otherwise, for each topic that exists but is not as described: lines such as {@code
   * cleanup.policy is delete, not compact}.
   *
   * @param topics topics that exist
   * @throws BrokerUnreachableException when no broker answers
   * @throws RequestFailedException when the broker refuses, as for a topic that does not exist
   */
  public static Map<String, List<String>> differences(
      KafkaConnection connection, Collection<TopicSpec> topics) {
    List<String> names = topics.stream().map(TopicSpec::name).toList();
    List<ConfigResource> resources = names.stream().map(TopicCheck::resource).toList();
    try (Admin admin = TopicAdmin.open(connection)) {
      Map<String, TopicDescription> found =
          TopicAdmin.await(
              admin.describeTopics(names).allTopicNames(), "describe topics", connection);
      Map<ConfigResource, Config> settings =
          TopicAdmin.await(
              admin.describeConfigs(resources).all(), "read topic settings", connection);
      Map<String, List<String>> differences = new LinkedHashMap<>();
      for (TopicSpec topic : topics) {
        List<String> lines =
            differences(topic, found.get(topic.name()), settings.get(resource(topic.name())));
        if (!lines.isEmpty()) {
          differences.put(topic.name(), lines);
        }
      }
      return differences;
    }
  }

  private static List<String> differences(TopicSpec wanted, TopicDescription found, Config actual) {
    List<String> lines = new ArrayList<>();
    int partitions = found.partitions().size();
    if (partitions != wanted.partitions()) {
      lines.add(
          String.format(Locale.ROOT, "partitions is %d, not %d", partitions, wanted.partitions()));
    }
    wanted
        .allSettings()
        .forEach(
            (name, value) -> {
              ConfigEntry entry = actual.get(name);
              if (entry == null || !value.equals(entry.value())) {
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%s is %s, not %s",
                        name,
                        entry == null ? "unset" : entry.value(),
                        value));
              }
            });
    return List.copyOf(lines);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
