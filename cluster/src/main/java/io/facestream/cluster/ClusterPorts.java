package io.facestream.cluster;

import io.facestream.cluster.process.PortOwner;
import io.facestream.cluster.process.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The TCP ports of a cluster, all on loopback, 1…65535. TaskManagers take whatever is free.
 *
 * @param kafka clients of the broker
 * @param controller the broker's own controller
 * @param web Flink's REST API and web UI
 * @param rpc the JobManager, for TaskManagers
 * @param zookeeper ZooKeeper, with high availability only
 */
public record ClusterPorts(int kafka, int controller, int web, int rpc, int zookeeper) {
  /** Where people expect them. */
  public static final ClusterPorts USUAL = new ClusterPorts(9092, 9093, 8081, 6123, 2181);

  /** Ports that were free a moment ago. */
  public static ClusterPorts free() {
    return new ClusterPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
  }

  /**
   * Checks that all can be listened on.
   *
   * @throws ClusterException that names each that is taken, for what, and the option to change it
   */
  void requireFree(boolean highAvailability) {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("the broker (--kafka-port)", kafka);
    wanted.put("the broker's controller (--controller-port)", controller);
    wanted.put("Flink's web UI (--web-port)", web);
    wanted.put("the JobManager (--rpc-port)", rpc);
    if (highAvailability) {
      wanted.put("ZooKeeper (--zookeeper-port)", zookeeper);
    }
    List<String> taken = new ArrayList<>();
    wanted.forEach(
        (user, port) -> {
          if (!Ports.isFree(port)) {
            String owner = PortOwner.of(port).orElse("another process");
            taken.add(
                String.format(Locale.ROOT, "%d, wanted by %s, is taken by %s", port, user, owner));
          }
        });
    if (!taken.isEmpty()) {
      throw new ClusterException(
          String.format(
              Locale.ROOT,
              "Port %s; end that, or choose other ports by the options, or any with --any-ports",
              String.join("; ", taken)));
    }
  }
}
