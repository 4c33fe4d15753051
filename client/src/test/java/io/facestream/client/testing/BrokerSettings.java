package io.facestream.client.testing;

import io.facestream.wire.Topics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of a broker that is alone, small and forgetful. */
final class BrokerSettings {
  private BrokerSettings() {}

  static Map<String, String> of(
      Path logDir, boolean secured, int brokerPort, int secondPort, int controllerPort) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put("log.dirs", logDir.toString());
    String clients =
        secured
            ? "CLIENT://127.0.0.1:" + brokerPort + ",CERTIFIED://127.0.0.1:" + secondPort
            : "PLAINTEXT://127.0.0.1:" + brokerPort;
    all.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + controllerPort);
    all.put("advertised.listeners", clients);
    all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put("controller.listener.names", "CONTROLLER");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    all.put("offsets.topic.replication.factor", "1");
    all.put("offsets.topic.num.partitions", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("transaction.state.log.num.partitions", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("share.coordinator.state.topic.num.partitions", "1");
    all.put("group.initial.rebalance.delay.ms", "0");
    // Alone it needs no fencing, which a starved machine brings about: 17 s without a heartbeat.
    all.put("broker.session.timeout.ms", "60000");
    // A topic misspelt by a test must fail, not appear.
    all.put("auto.create.topics.enable", "false");
    all.put("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
    all.put("replica.fetch.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
    // The default segment index preallocates 10 MB for every partition.
    all.put("log.index.size.max.bytes", "65536");
    // The cleaner's default deduplication buffer is 128 MB of heap.
    all.put("log.cleaner.dedupe.buffer.size", "4194304");
    all.put("num.network.threads", "1");
    all.put("num.io.threads", "2");
    return all;
  }
}
