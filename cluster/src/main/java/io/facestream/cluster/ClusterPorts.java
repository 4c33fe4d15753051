package io.facestream.cluster;

import io.facestream.cluster.process.PortOwner;
import io.facestream.ports.Ports;
import io.facestream.wire.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
   * @throws ClusterException that names each that is taken, and for what
   */
  void requireFree(boolean highAvailability) {
    List<Use> uses =
        new ArrayList<>(
            List.of(
                new Use(kafka, "the broker", Remedy.BROKER_PORT),
                new Use(controller, "the broker's controller", Remedy.CONTROLLER_PORT),
                new Use(web, "Flink's web UI", Remedy.WEB_PORT),
                new Use(rpc, "the JobManager", Remedy.JOB_MANAGER_PORT)));
    if (highAvailability) {
      uses.add(new Use(zookeeper, "ZooKeeper", Remedy.ZOOKEEPER_PORT));
    }
    List<Use> taken = uses.stream().filter(use -> !Ports.isFree(use.port)).toList();
    if (!taken.isEmpty()) {
      String each = taken.stream().map(Use::whoHasIt).collect(Collectors.joining("; "));
      throw new ClusterException("Port " + each + "; end that")
          .helpedBy(
              Stream.concat(taken.stream().map(Use::remedy), Stream.of(Remedy.ANY_PORTS))
                  .toArray(Remedy[]::new));
    }
  }

  private record Use(int port, String user, Remedy remedy) {
    private String whoHasIt() {
      String owner = PortOwner.of(port).orElse("another process");
      return String.format(Locale.ROOT, "%d, wanted by %s, is taken by %s", port, user, owner);
    }
  }
}
