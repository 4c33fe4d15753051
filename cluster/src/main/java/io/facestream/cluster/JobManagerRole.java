package io.facestream.cluster;

import io.facestream.cluster.process.ProcessSpec;
import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.RestException;
import java.nio.file.Path;
import java.util.List;

/** Flink's JobManager of a session cluster, with its web UI. */
final class JobManagerRole implements Role {
  static final String NAME = "jm";

  private static final String MAIN =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";

  private final FlinkHome home;
  private final FlinkRest rest;

  JobManagerRole(FlinkHome home, FlinkRest rest) {
    this.home = home;
    this.rest = rest;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ProcessSpec spec() {
    home.configure();
    return home.process(NAME, home.jobManagerMemory(), MAIN, List.of("--executionMode", "cluster"));
  }

  @Override
  public boolean isReady() {
    try {
      rest.overview();
      return true;
    } catch (RestException e) {
      // Not listening yet, or, with high availability, not the leader yet.
      return false;
    }
  }

  @Override
  public Path log() {
    return home.log(NAME);
  }
}
