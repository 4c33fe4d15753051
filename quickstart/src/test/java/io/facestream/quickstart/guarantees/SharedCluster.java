package io.facestream.quickstart.guarantees;

import io.facestream.client.KafkaConnection;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.onejvm.RunTopics;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The broker and the Flink cluster behind every {@link KillableCluster}: the first starts them, and
 * they are closed after the last test of this JVM.
 */
final class SharedCluster implements AutoCloseable {
  private static final int SLOTS = 4;

  private final InMemoryReporter reporter = InMemoryReporter.create();
  private final AtomicInteger runs = new AtomicInteger();
  private EmbeddedKafka kafka;
  private TempFolder folder;
  private MiniCluster cluster;
  private int killed;

  private SharedCluster() {}

  static SharedCluster of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(SharedCluster.class, key -> started(), SharedCluster.class);
  }

  private static SharedCluster started() {
    SharedCluster shared = new SharedCluster();
    try {
      shared.start();
      return shared;
    } catch (Exception e) {
      try {
        shared.close();
      } catch (Exception second) {
        e.addSuppressed(second);
      }
      throw new IllegalStateException(e);
    }
  }

  private void start() throws Exception {
    kafka = EmbeddedKafka.start();
    folder = TempFolder.create("facestream-killable-");
    Configuration settings = new Configuration();
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
    reporter.addToConfiguration(settings);
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
    cluster.start();
  }

  /** Topics that no other test uses. */
  RunTopics newTopics() {
    RunTopics topics =
        new RunTopics(
            KafkaConnection.to(kafka.bootstrapServers()), "run-" + runs.incrementAndGet() + ".");
    topics.create(false);
    return topics;
  }

  Path folder() {
    return folder.path();
  }

  TestJob submit(StreamGraph dataflow) throws Exception {
    var id = cluster.submitJob(dataflow.getJobGraph()).get().getJobID();
    return new TestJob(cluster, reporter, id);
  }

  /** Kills the TaskManager with all subtasks on it, and starts another one. */
  void killTaskManager() throws Exception {
    // The cluster keeps the dead ones in its list.
    cluster.terminateTaskManager(killed++).get();
    cluster.startTaskManager();
  }

  @Override
  public void close() throws Exception {
    try (AutoCloseable last = folder;
        AutoCloseable then = kafka;
        AutoCloseable first = cluster) {
      // Closes them, also when one of them did not start.
    }
  }
}
