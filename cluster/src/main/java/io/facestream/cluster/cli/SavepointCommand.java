package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream cluster savepoint}. */
@Command(
    name = "savepoint",
    description = "Saves the job's state and prints where; for 'submit --from-savepoint'.",
    mixinStandardHelpOptions = true)
final class SavepointCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;
  @Mixin private JobOption job;

  @Option(names = "--stop", description = "End the job with it.")
  private boolean stop;

  @Override
  public Integer call() {
    LocalCluster cluster = folder.cluster();
    String id = job.id(cluster);
    var savepoints = cluster.flink().savepoints();
    var out = spec.commandLine().getOut();
    out.println(stop ? savepoints.stop(id) : savepoints.take(id));
    out.flush();
    return 0;
  }
}
