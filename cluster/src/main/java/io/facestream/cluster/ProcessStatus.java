package io.facestream.cluster;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A process of a cluster.
 *
 * @param name such as {@code tm-1}
 * @param pid its process id, or 0 when it does not run
 * @param log its log
 * @param restarts how often the supervisor has started it again since the cluster is up
 * @param lastRestart when it last did; null when it never did
 */
public record ProcessStatus(String name, long pid, Path log, int restarts, Instant lastRestart) {
  public boolean isAlive() {
    return pid != 0;
  }
}
