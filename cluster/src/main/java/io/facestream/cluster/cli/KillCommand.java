package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream cluster kill}. */
@Command(
    name = "kill",
    description = "Ends a process of the cluster as 'kill -9' does.",
    mixinStandardHelpOptions = true)
final class KillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;

  @Parameters(
      paramLabel = "NAME",
      description = "broker, zookeeper, jm, tm-1, tm-2 … as 'status' shows them.")
  private String name;

  @Override
  public Integer call() {
    LocalCluster cluster = folder.cluster();
    long pid = cluster.kill(name);
    spec.commandLine().getOut().printf(Locale.ROOT, "Killed %s (pid %d)%n", name, pid);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
