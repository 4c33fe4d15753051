package io.facestream.cluster;

/**
 * Memory of the processes, in MiB.
 *
 * @param broker the broker's heap
 * @param jobManager all of the JobManager's process
 * @param taskManager all of a TaskManager's process
 * @param taskOffHeap of that, for models, pictures and slices of the gallery
 */
public record ClusterMemory(int broker, int jobManager, int taskManager, int taskOffHeap) {
  /** For a gallery of up to about 50,000 templates of 512 numbers a TaskManager. */
  public static final ClusterMemory LAPTOP = new ClusterMemory(400, 640, 1600, 400);
}
