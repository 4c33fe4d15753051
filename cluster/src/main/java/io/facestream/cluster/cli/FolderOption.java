package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which cluster a command is about. */
final class FolderOption {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Folder of the cluster: data, logs, pid files. Default: facestream/cluster in XDG_STATE_HOME or ~/.local/state.")
  private Path folder;

  Path folder() {
    return folder != null ? folder : stateHome().resolve("facestream").resolve("cluster");
  }

  /** The cluster that is up there. */
  LocalCluster cluster() {
    return LocalCluster.at(folder());
  }

  private static Path stateHome() {
    String xdg = System.getenv().getOrDefault("XDG_STATE_HOME", "");
    return xdg.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local", "state")
        : Path.of(xdg);
  }
}
