package io.facestream.cluster;

import java.nio.file.Path;

/**
 * A process of a cluster.
 *
 * @param name such as {@code tm-1}
 * @param pid its process id, or 0 when it does not run
 * @param log its log
 */
public record ProcessStatus(String name, long pid, Path log) {
  public boolean isAlive() {
    return pid != 0;
  }
}
