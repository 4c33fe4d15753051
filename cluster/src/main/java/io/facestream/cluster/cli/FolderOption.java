package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import io.facestream.options.OutputOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which cluster a command is about. */
final class FolderOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Folder of the cluster: data, logs, pid files. Default: facestream/cluster in XDG_STATE_HOME or ~/.local/state.")
  private Path folder;

  /**
   * The folder, which need not exist.
   *
   * @throws ParameterException when it cannot be one
   */
  Path folder() {
    Path chosen = folder != null ? folder : FurtherCommand.usualFolder();
    if (chosen.toString().isBlank()) {
      throw new ParameterException(command.commandLine(), "--dir must not be empty");
    }
    for (Path part = chosen.toAbsolutePath(); part != null; part = part.getParent()) {
      if (Files.exists(part) && !Files.isDirectory(part)) {
        throw new ParameterException(
            command.commandLine(),
            String.format(Locale.ROOT, "--dir: %s is a file, not a folder", part));
      }
    }
    return chosen;
  }

  /** The cluster that is up there; its supervisor is started again when it has died. */
  LocalCluster cluster() {
    LocalCluster cluster = LocalCluster.at(folder());
    if (cluster.startSupervisorIfDead()) {
      OutputOptions.notes(command, command.commandLine().getErr())
          .println("The supervisor had died; it was started again.");
    }
    return cluster;
  }
}
