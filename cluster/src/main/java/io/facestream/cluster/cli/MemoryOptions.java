package io.facestream.cluster.cli;

import io.facestream.cluster.ClusterMemory;
import picocli.CommandLine.Option;

/** Sizes of the processes, in MiB. */
final class MemoryOptions {
  @Option(
      names = "--task-manager-memory",
      paramLabel = "MIB",
      defaultValue = "1600",
      description = "All of a TaskManager's process. Default: ${DEFAULT-VALUE}.")
  private int taskManager;

  @Option(
      names = "--task-off-heap",
      paramLabel = "MIB",
      defaultValue = "400",
      description =
          "Of that, for models, pictures and slices of the gallery: 300, and 2600 for each million templates of 512 numbers, divided by the TaskManagers. Default: ${DEFAULT-VALUE}.")
  private int taskOffHeap;

  @Option(
      names = "--job-manager-memory",
      paramLabel = "MIB",
      defaultValue = "640",
      description = "All of the JobManager's process. Default: ${DEFAULT-VALUE}.")
  private int jobManager;

  @Option(
      names = "--broker-memory",
      paramLabel = "MIB",
      defaultValue = "400",
      description = "The broker's heap. Default: ${DEFAULT-VALUE}.")
  private int broker;

  ClusterMemory memory() {
    return new ClusterMemory(broker, jobManager, taskManager, taskOffHeap);
  }
}
