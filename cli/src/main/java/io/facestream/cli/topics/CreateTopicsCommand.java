package io.facestream.cli.topics;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.client.topics.TopicCheck;
import io.facestream.options.BrokerOptions;
import io.facestream.options.ReplicationOption;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream topics create}: those that are missing, with their settings. */
@Command(
    name = "create",
    description = {
      "Creates the topics that are missing, each with its partitions and settings.",
      "A topic that exists is left as it is; what is otherwise there is listed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every topic is there",
      "1:no broker answers, or it refuses",
      "2:wrong arguments"
    })
final class CreateTopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--partitions",
      paramLabel = "TOPIC=N",
      description = "Another number of partitions for a topic it creates. Repeatable.")
  private Map<String, Integer> partitions = new LinkedHashMap<>();

  @Mixin private ReplicationOption replication;

  @Override
  public Integer call() {
    List<TopicSpec> topics = wanted();
    KafkaConnection connection =
        KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig());
    List<String> created = TopicAdmin.createMissing(connection, replication.replication(), topics);
    Map<String, List<String>> differences = TopicCheck.differences(connection, topics);
    PrintWriter out = spec.commandLine().getOut();
    for (TopicSpec topic : topics) {
      String state = created.contains(topic.name()) ? "created" : "exists";
      out.printf(Locale.ROOT, "%-12s %s%n", topic.name(), state);
      differences
          .getOrDefault(topic.name(), List.of())
          .forEach(line -> out.printf(Locale.ROOT, "%-12s   but %s%n", "", line));
    }
    out.flush();
    return 0;
  }

  private List<TopicSpec> wanted() {
    List<String> names = Topics.ALL.stream().map(TopicSpec::name).toList();
    partitions.forEach(
        (topic, count) -> {
          require(names.contains(topic), "--partitions: '%s' is none of %s", topic, names);
          require(count > 0, "--partitions %s=%s: a topic has at least one", topic, count);
        });
    return Topics.ALL.stream()
        .map(
            topic ->
                topic.withPartitions(partitions.getOrDefault(topic.name(), topic.partitions())))
        .toList();
  }

  private void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), String.format(Locale.ROOT, message, values));
    }
  }
}
