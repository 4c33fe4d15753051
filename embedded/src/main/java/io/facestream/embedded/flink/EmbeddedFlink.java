package io.facestream.embedded.flink;

import io.facestream.embedded.EmbeddedException;
import io.facestream.embedded.TempFolder;
import io.facestream.ports.Ports;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster in this JVM, with its web UI on loopback and RocksDB state in a temporary folder.
 * A job's environment is made with {@link #jobSettings()}, and then given to {@link #submit}.
 */
public final class EmbeddedFlink implements AutoCloseable {
  /** Where people expect Flink's web UI. */
  public static final int DEFAULT_WEB_PORT = 8081;

  private static final int PORT_ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlink.class);

  private final MiniCluster cluster;
  private final TempFolder folder;

  private EmbeddedFlink(MiniCluster cluster, TempFolder folder) {
    this.cluster = cluster;
    this.folder = folder;
  }

  /**
   * Starts a cluster of one task manager.
   *
   * @param slots number of task slots: the highest parallelism a job can have
   * @param webPort port of the web UI; another free one is used, and logged, when it is taken
   */
  public static EmbeddedFlink start(int slots, int webPort) {
    int port = webPort;
    for (int attempt = 1; ; attempt++) {
      if (port != 0 && !Ports.isFree(port)) {
        port = Ports.free();
        LOG.warn("Port {} is taken; Flink's web UI is on port {} instead", webPort, port);
      }
      try {
        return startOn(slots, port);
      } catch (EmbeddedException e) {
        // Another may have taken the port while this one was starting.
        if (port == 0 || Ports.isFree(port) || attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedFlink startOn(int slots, int port) {
    TempFolder folder = TempFolder.create("facestream-flink-");
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(FlinkSettings.cluster(slots, port, folder.path()))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      cluster.closeAsync().exceptionally(failure -> null).join();
      folder.close();
      throw new EmbeddedException("Flink did not start: " + FlinkFailure.inOneLine(e), e);
    }
    return new EmbeddedFlink(cluster, folder);
  }

  /** Address of the web UI. */
  public URI webUi() {
    return cluster.getRestAddress().join();
  }

  /** What a job's environment needs to run here: state backend, checkpoints, no restarts. */
  public Configuration jobSettings() {
    return FlinkSettings.job(folder.path().resolve("checkpoints"));
  }

  /**
   * Starts a job and returns at once; whether it keeps running is {@link RunningJob}'s to say.
   *
   * @throws EmbeddedException when the cluster refuses it
   */
  public RunningJob submit(StreamExecutionEnvironment env) throws InterruptedException {
    JobGraph graph = env.getStreamGraph().getJobGraph();
    try {
      return new RunningJob(cluster, cluster.submitJob(graph).get().getJobID());
    } catch (ExecutionException e) {
      throw new EmbeddedException("Flink refused the job: " + FlinkFailure.inOneLine(e), e);
    }
  }

  /** Ends the cluster with whatever runs on it, and deletes its temporary files. */
  @Override
  public void close() {
    try {
      cluster.closeAsync().join();
    } finally {
      folder.close();
    }
  }
}
