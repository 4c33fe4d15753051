package io.facestream.embedded.kafka;

import static java.util.stream.Collectors.joining;

import io.facestream.wire.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a broker that is alone, on loopback, and shares its JVM with whoever uses it. */
final class KafkaSettings {
  static final String HOST = "127.0.0.1";
  private static final String ONE_MIB = Integer.toString(1024 * 1024);

  private KafkaSettings() {}

  /**
   * Settings of a broker that is its own controller.
   *
   * @param ports those of the listeners for clients by their names, the broker's own first
   * @param controllerPort port of the controller
   * @param logFolder where the topics are kept
   */
  static Map<String, String> of(Map<String, Integer> ports, int controllerPort, Path logFolder) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    settings.put("controller.listener.names", "CONTROLLER");
    String plain = ports.keySet().stream().map(name -> name + ":PLAINTEXT,").collect(joining());
    settings.put("listener.security.protocol.map", plain + "CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", ports.keySet().iterator().next());
    String clients =
        ports.entrySet().stream()
            .map(listener -> listener.getKey() + "://" + HOST + ":" + listener.getValue())
            .collect(joining(","));
    settings.put("listeners", clients + ",CONTROLLER://" + HOST + ":" + controllerPort);
    settings.put("advertised.listeners", clients);
    settings.put("log.dirs", logFolder.toString());
    // A name that was misspelt must fail, not appear.
    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
    beAlone(settings);
    beSmall(settings);
    return settings;
  }

  private static void beAlone(Map<String, String> settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "2");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // Alone it needs no fencing, which a starved machine brings about: 17 s without a heartbeat.
    settings.put("broker.session.timeout.ms", "60000");
  }

  /**
   * Kafka's defaults take 128 MiB of heap for compaction and 20 MiB of mapped index a partition.
   */
  private static void beSmall(Map<String, String> settings) {
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    settings.put("log.cleaner.io.buffer.size", ONE_MIB);
    settings.put("log.index.size.max.bytes", ONE_MIB);
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "1");
  }
}
