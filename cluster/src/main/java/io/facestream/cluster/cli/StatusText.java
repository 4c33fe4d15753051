package io.facestream.cluster.cli;

import io.facestream.cluster.cli.ClusterFacts.ProcessFacts;
import io.facestream.cluster.cli.JobFacts.LastCheckpoint;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a cluster has and does, in a few lines for people. */
final class StatusText {
  private final PrintWriter out;

  StatusText(PrintWriter out) {
    this.out = out;
  }

  void print(ClusterFacts cluster) {
    cluster.processes().forEach(this::print);
    out.printf(Locale.ROOT, "%nKafka:          %s%n", cluster.bootstrapServers());
    out.printf(Locale.ROOT, "Flink's web UI: %s%n", cluster.webUi());
    if (cluster.flink() == null) {
      out.println(cluster.problem());
    } else {
      print(cluster.flink());
    }
  }

  private void print(ProcessFacts process) {
    out.printf(
        Locale.ROOT,
        "%-10s %-12s %s%s%n",
        process.name(),
        process.pid() == null ? "not running" : "pid " + process.pid(),
        process.log(),
        restarts(process));
  }

  private static String restarts(ProcessFacts process) {
    return process.restarts() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "  (died and was started again: %d times, last at %s)",
            process.restarts(),
            process.lastRestart().truncatedTo(ChronoUnit.SECONDS));
  }

  private void print(FlinkFacts flink) {
    out.printf(
        Locale.ROOT,
        "TaskManagers:   %d with %d slots, %d free%n",
        flink.taskManagers(),
        flink.slots(),
        flink.freeSlots());
    if (flink.jobs().isEmpty()) {
      out.println("No job runs; start one with 'facestream cluster submit'");
    }
    flink.jobs().forEach(this::print);
  }

  private void print(JobFacts job) {
    out.printf(
        Locale.ROOT,
        "%n%s  %s  %s, %d of %d subtasks run%n",
        job.name(),
        job.id(),
        job.state(),
        job.runningSubtasks(),
        job.subtasks());
    out.printf(Locale.ROOT, "Parallelism:    %d, restarts %d%n", job.parallelism(), job.restarts());
    out.printf(Locale.ROOT, "Last checkpoint: %s%n", checkpoint(job));
    if (!job.templates().isEmpty()) {
      out.printf(Locale.ROOT, "Templates:      %s by slice%n", sum(job.templates()));
    }
    if (job.lastFailure() != null) {
      out.printf(Locale.ROOT, "Last failure:   %s%n", StatusFormat.shortened(job.lastFailure()));
    }
  }

  private static String checkpoint(JobFacts job) {
    LastCheckpoint last = job.lastCheckpoint();
    if (last == null) {
      return "none yet";
    }
    return String.format(
        Locale.ROOT,
        "%s ago, took %s, wrote %s of %s; %d so far, %d failed",
        StatusFormat.seconds(Duration.between(last.completedAt(), Instant.now())),
        StatusFormat.seconds(Duration.ofMillis(last.durationMs())),
        StatusFormat.bytes(last.writtenBytes()),
        StatusFormat.bytes(last.stateBytes()),
        job.checkpointsCompleted(),
        job.checkpointsFailed());
  }

  private static String sum(List<Long> counts) {
    return counts.stream().map(String::valueOf).collect(Collectors.joining(" + "));
  }
}
