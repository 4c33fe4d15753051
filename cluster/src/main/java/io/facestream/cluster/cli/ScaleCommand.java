package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream cluster scale}. */
@Command(
    name = "scale",
    description =
        "Gives the job another parallelism: ends it with a savepoint and runs it from there. Adds TaskManagers while slots are missing.",
    mixinStandardHelpOptions = true)
final class ScaleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;
  @Mixin private JobOption job;

  @Option(
      names = "--in-place",
      description =
          "Without a savepoint, by Flink's adaptive scheduler: for clusters started with -D jobmanager.scheduler=adaptive.")
  private boolean inPlace;

  @Parameters(paramLabel = "N", description = "Subtasks of each operator.")
  private int parallelism;

  @Override
  public Integer call() throws InterruptedException {
    ParallelismRange.require(spec, parallelism);
    LocalCluster cluster = folder.cluster();
    String id = job.id(cluster);
    if (inPlace) {
      cluster.jobs().scaleInPlace(id, parallelism);
    } else {
      id = cluster.jobs().scale(id, parallelism);
    }
    var out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "Job %s runs with parallelism %d%n", id, parallelism);
    out.flush();
    return 0;
  }
}
