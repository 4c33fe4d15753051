package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code facestream cluster cancel}. */
@Command(
    name = "cancel",
    description =
        "Ends the job without a savepoint, also one that cannot start; with one: 'savepoint --stop'.",
    mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {
  private static final Duration TO_END = Duration.ofMinutes(1);

  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;
  @Mixin private JobOption job;

  @Override
  public Integer call() throws InterruptedException {
    LocalCluster cluster = folder.cluster();
    String id = job.id(cluster);
    cluster.flink().jobs().cancel(id, TO_END);
    var out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "Job %s is cancelled%n", id);
    out.flush();
    return 0;
  }
}
