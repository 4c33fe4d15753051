package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code facestream cluster down}. */
@Command(
    name = "down",
    description = "Ends all processes, in order. Topics, savepoints and logs stay in the folder.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;

  @Override
  public Integer call() {
    LocalCluster.at(folder.folder()).down();
    var out = spec.commandLine().getOut();
    out.println("All processes have ended; what they kept is in " + folder.folder());
    out.flush();
    return 0;
  }
}
