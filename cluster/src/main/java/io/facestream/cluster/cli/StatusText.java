package io.facestream.cluster.cli;

import io.facestream.cluster.rest.Checkpoints;
import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.JobStatus;
import io.facestream.cluster.rest.Overview;
import io.facestream.cluster.rest.Vertex;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the cluster's jobs do, in a few lines each. */
final class JobReport {
  private final FlinkRest flink;
  private final PrintWriter out;

  JobReport(FlinkRest flink, PrintWriter out) {
    this.flink = flink;
    this.out = out;
  }

  void print() {
    Overview overview = flink.overview();
    out.printf(
        Locale.ROOT,
        "TaskManagers:   %d with %d slots, %d free%n",
        overview.taskManagers(),
        overview.slots(),
        overview.freeSlots());
    List<JobStatus> jobs = flink.jobs().live();
    if (jobs.isEmpty()) {
      out.println("No job runs; start one with 'facestream cluster submit'");
    }
    jobs.forEach(this::print);
  }

  private void print(JobStatus job) {
    List<Vertex> vertices = flink.jobs().vertices(job.id());
    int parallelism = vertices.stream().mapToInt(Vertex::parallelism).max().orElse(0);
    out.printf(
        Locale.ROOT, "%n%s  %s  %s, %s%n", job.name(), job.id(), job.state(), subtasks(vertices));
    out.printf(
        Locale.ROOT,
        "Parallelism:    %d, restarts %d%n",
        parallelism,
        flink.jobs().restarts(job.id()));
    out.printf(
        Locale.ROOT, "Last checkpoint: %s%n", checkpoint(flink.savepoints().checkpoints(job.id())));
    vertices.stream()
        .filter(vertex -> vertex.name().contains("Search slice"))
        .forEach(search -> templates(job, search));
    String failure = flink.jobs().failure(job.id());
    if (!failure.isEmpty()) {
      out.printf(Locale.ROOT, "Last failure:   %s%n", Words.shortened(failure));
    }
  }

  /** Flink calls a job running before its first subtask runs. */
  private static String subtasks(List<Vertex> vertices) {
    int running =
        vertices.stream().mapToInt(vertex -> vertex.states().getOrDefault("RUNNING", 0)).sum();
    int all = vertices.stream().mapToInt(Vertex::parallelism).sum();
    return String.format(Locale.ROOT, "%d of %d subtasks run", running, all);
  }

  private static String checkpoint(Checkpoints checkpoints) {
    if (checkpoints.latestPath() == null) {
      return "none yet";
    }
    Duration age = Duration.ofMillis(System.currentTimeMillis() - checkpoints.latestMillis());
    return String.format(
        Locale.ROOT,
        "%s ago, took %s, wrote %s of %s; %d so far, %d failed",
        Words.seconds(age),
        Words.seconds(checkpoints.latestDuration()),
        Words.bytes(checkpoints.latestBytes()),
        Words.bytes(checkpoints.stateBytes()),
        checkpoints.completed(),
        checkpoints.failed());
  }

  /** The gallery's share of each slice, where the job tells it. */
  private void templates(JobStatus job, Vertex search) {
    flink.metrics().names(job.id(), search).stream()
        .filter(name -> name.matches("(?i)Search_slice\\.(.*\\.)?(gallery_?size|templates)"))
        .findFirst()
        .map(name -> flink.metrics().bySubtask(job.id(), search, name))
        .filter(values -> !values.isEmpty())
        .ifPresent(
            values -> out.printf(Locale.ROOT, "Templates:      %s by slice%n", inOrder(values)));
  }

  private static String inOrder(Map<Integer, Double> values) {
    return values.values().stream()
        .map(value -> Long.toString(Math.round(value)))
        .collect(Collectors.joining(" + "));
  }
}
