package io.facestream.cluster.cli;

import io.facestream.cluster.rest.Checkpoints;
import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.JobStatus;
import io.facestream.cluster.rest.Vertex;
import java.time.Instant;
import java.util.List;

/**
 * What a job of the cluster does. The names are those of {@code status --json}.
 *
 * @param id 32 hexadecimal digits
 * @param name as the web UI shows it
 * @param state as Flink names it, such as {@code RUNNING} or {@code RESTARTING}
 * @param subtasks of all operators
 * @param runningSubtasks how many of them run; Flink calls a job running before its first one does
 * @param parallelism of the operator that has the most subtasks
 * @param restarts since it was submitted
 * @param checkpointsCompleted since it was submitted
 * @param checkpointsFailed since it was submitted
 * @param lastCheckpoint null before the first
 * @param templates by slice, in the order of subtasks; empty while the job does not tell
 * @param lastFailure its cause in a line, or null
 */
record JobFacts(
    String id,
    String name,
    String state,
    int subtasks,
    int runningSubtasks,
    int parallelism,
    int restarts,
    long checkpointsCompleted,
    long checkpointsFailed,
    LastCheckpoint lastCheckpoint,
    List<Long> templates,
    String lastFailure) {
  /** The operator's name, the group of our metrics and the metric, as docs/metrics.md has them. */
  private static final String TEMPLATES = "Search_slice.facestream.templates";

  /**
   * The latest complete checkpoint.
   *
   * @param path where it lies
   * @param completedAt when it was complete
   * @param durationMs how long it took, in milliseconds
   * @param writtenBytes what it wrote
   * @param stateBytes what it holds, with what earlier ones wrote
   */
  record LastCheckpoint(
      String path, Instant completedAt, long durationMs, long writtenBytes, long stateBytes) {
    private static LastCheckpoint of(Checkpoints checkpoints) {
      return checkpoints.latestPath() == null
          ? null
          : new LastCheckpoint(
              checkpoints.latestPath(),
              Instant.ofEpochMilli(checkpoints.latestMillis()),
              checkpoints.latestDuration().toMillis(),
              checkpoints.latestBytes(),
              checkpoints.stateBytes());
    }
  }

  /** Asks Flink for all of it. */
  static JobFacts of(FlinkRest flink, JobStatus job) {
    List<Vertex> vertices = flink.jobs().vertices(job.id());
    Checkpoints checkpoints = flink.savepoints().checkpoints(job.id());
    String failure = flink.jobs().failure(job.id());
    return new JobFacts(
        job.id(),
        job.name(),
        job.state(),
        vertices.stream().mapToInt(Vertex::parallelism).sum(),
        vertices.stream().mapToInt(vertex -> vertex.states().getOrDefault("RUNNING", 0)).sum(),
        vertices.stream().mapToInt(Vertex::parallelism).max().orElse(0),
        flink.jobs().restarts(job.id()),
        checkpoints.completed(),
        checkpoints.failed(),
        LastCheckpoint.of(checkpoints),
        templates(flink, job, vertices),
        failure.isEmpty() ? null : failure);
  }

  /** The gallery's share of each slice, where the job tells it. */
  private static List<Long> templates(FlinkRest flink, JobStatus job, List<Vertex> vertices) {
    return vertices.stream()
        .filter(vertex -> vertex.name().contains("Search slice"))
        .flatMap(search -> flink.metrics().bySubtask(job.id(), search, TEMPLATES).values().stream())
        .map(Math::round)
        .toList();
  }
}
