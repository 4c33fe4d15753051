package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import io.facestream.cluster.ProcessStatus;
import io.facestream.cluster.rest.RestException;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What {@code status --json} prints; docs/cluster.md promises the names.
 *
 * @param folder of the cluster
 * @param bootstrapServers {@code host:port} of the broker
 * @param webUi address of Flink's web UI
 * @param processes in the order in which they are started
 * @param flink null when no JobManager answers
 * @param problem why not, in a line, or null
 */
record ClusterFacts(
    String folder,
    String bootstrapServers,
    URI webUi,
    List<ProcessFacts> processes,
    FlinkFacts flink,
    String problem) {
  /**
   * A process of the cluster.
   *
   * @param name such as {@code tm-1}
   * @param pid its process id, or null when it does not run
   * @param log its log
   * @param restarts how often the supervisor has started it again since the cluster is up
   * @param lastRestart when it last did, or null
   */
  record ProcessFacts(String name, Long pid, String log, int restarts, Instant lastRestart) {
    private static ProcessFacts of(ProcessStatus process) {
      return new ProcessFacts(
          process.name(),
          process.isAlive() ? process.pid() : null,
          process.log().toString(),
          process.restarts(),
          process.lastRestart());
    }
  }

  static ClusterFacts of(LocalCluster cluster) {
    List<ProcessFacts> processes = cluster.processes().stream().map(ProcessFacts::of).toList();
    String folder = cluster.folder().path().toString();
    URI webUi = cluster.flink().webUi();
    try {
      FlinkFacts flink = FlinkFacts.of(cluster.flink());
      return new ClusterFacts(folder, cluster.bootstrapServers(), webUi, processes, flink, null);
    } catch (RestException e) {
      return new ClusterFacts(
          folder, cluster.bootstrapServers(), webUi, processes, null, e.getMessage());
    }
  }
}
