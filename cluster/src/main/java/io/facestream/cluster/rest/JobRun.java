package io.facestream.cluster.rest;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a job is to be run.
 *
 * @param options arguments of its main method
 * @param parallelism subtasks of each operator, or 0 for the cluster's default
 * @param savepoint where its state is, or null to start without
 */
public record JobRun(List<String> options, int parallelism, String savepoint) {
  public JobRun {
    options = List.copyOf(options);
  }

  /** Without state. */
  public static JobRun with(List<String> options) {
    return new JobRun(options, 0, null);
  }

  public JobRun withParallelism(int subtasks) {
    return new JobRun(options, subtasks, savepoint);
  }

  /** From a savepoint, or from a retained checkpoint. */
  public JobRun from(String path) {
    return new JobRun(options, parallelism, path);
  }

  OptionalInt subtasks() {
    return parallelism > 0 ? OptionalInt.of(parallelism) : OptionalInt.empty();
  }
}
