package io.facestream.embedded.flink;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The settings of a Flink cluster that shares its JVM with the broker and lives in 4 GB. */
final class FlinkSettings {
  private static final int MIB = 1 << 20;

  /** An exchange between all subtasks grows with their square; four of them fit in the base. */
  private static final int NETWORK_BASE_MIB = 128;

  private static final int NETWORK_MIB_PER_SLOT_PAIR = 6;

  /**
   * Flink's ten buffers of 32 KiB hold a few frames: a source that feeds several detectors then
   * stands still for all of them whenever one is slow with a crowded frame.
   */
  private static final int EXCHANGE_BUFFER_BYTES = 128 * 1024;

  /** RocksDB's share a slot: block cache and write buffers of the gallery. */
  private static final int MANAGED_MIB_PER_SLOT = 32;

  private FlinkSettings() {}

  /**
   * Settings of the cluster's processes.
   *
   * @param slots number of task slots
   * @param webPort port of REST API and web UI on loopback
   * @param folder temporary files
   */
  static Configuration cluster(int slots, int webPort, Path folder) {
    Configuration settings = new Configuration();
    settings.set(RestOptions.ADDRESS, "localhost");
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(RestOptions.PORT, webPort);
    settings.set(RestOptions.BIND_PORT, Integer.toString(webPort));
    settings.set(WebOptions.SUBMIT_ENABLE, false);
    settings.set(CoreOptions.TMP_DIRS, folder.toString());
    settings.set(WebOptions.TMP_DIR, folder.toString());
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, networkMemory(slots));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, networkMemory(slots));
    settings.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, new MemorySize(EXCHANGE_BUFFER_BYTES));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, mebibytes(MANAGED_MIB_PER_SLOT * slots));
    // Nothing can be lost between threads of one JVM, but a busy laptop can pause them all.
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(5));
    // All slots are there from the start, so a job that asks for more is told so at once.
    settings.set(JobManagerOptions.SLOT_REQUEST_TIMEOUT, Duration.ofSeconds(20));
    return settings;
  }

  /**
   * Settings of a job on this cluster. It is not restarted: in a demo a failure is to be seen, not
   * survived.
   *
   * @param folder where its checkpoints are kept
   */
  static Configuration job(Path folder) {
    Configuration settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return settings;
  }

  private static MemorySize networkMemory(int slots) {
    return mebibytes(NETWORK_BASE_MIB + NETWORK_MIB_PER_SLOT_PAIR * slots * slots);
  }

  private static MemorySize mebibytes(int count) {
    return new MemorySize((long) count * MIB);
  }
}
