package io.facestream.cluster;

import io.facestream.cluster.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The process that starts the others again when they die. */
final class SupervisorRole implements Role {
  static final String NAME = "supervisor";

  private final ClusterFolder folder;
  private final Distribution distribution;

  SupervisorRole(ClusterSpec spec, Distribution distribution) {
    this.folder = new ClusterFolder(spec.folder());
    this.distribution = distribution;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ProcessSpec spec() {
    List<String> command =
        new JavaCommand()
            // It sleeps most of the time, and starts other programs.
            .flags("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .flags("-Dfacestream.home=" + distribution.home())
            .classPath(System.getProperty("java.class.path"))
            .main(Supervisor.class.getName(), folder.path().toString())
            .build();
    return new ProcessSpec(NAME, command, Map.of(), log());
  }

  @Override
  public boolean isReady() {
    return folder.readRestarts().isPresent();
  }

  @Override
  public Path log() {
    return folder.logs().resolve(NAME + ".log");
  }
}
