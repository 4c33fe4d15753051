package io.facestream.cluster.cli;

import io.facestream.cluster.ClusterException;
import io.facestream.cluster.LocalCluster;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream cluster start}. */
@Command(
    name = "start",
    description = "Starts a process that was ended, or a further TaskManager.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;

  @Parameters(
      paramLabel = "NAME",
      description = "broker, zookeeper, jm, tm-1, tm-2 … as 'status' shows them.")
  private String name;

  @Override
  public Integer call() {
    LocalCluster cluster = folder.cluster();
    try {
      cluster.start(name);
    } catch (ClusterException e) {
      e.details().forEach(line -> spec.commandLine().getErr().println("  " + line));
      throw e;
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "Started %s%n", name);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
