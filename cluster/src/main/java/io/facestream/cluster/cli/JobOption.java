package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import picocli.CommandLine.Option;

/** Which job of a cluster a command is about. */
final class JobOption {
  @Option(
      names = "--job",
      paramLabel = "ID",
      description = "Which job. Default: the one that runs.")
  private String id;

  String id(LocalCluster cluster) {
    return id != null ? id : cluster.jobs().only().id();
  }
}
