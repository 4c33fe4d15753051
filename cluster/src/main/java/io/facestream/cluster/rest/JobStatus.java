package io.facestream.cluster.rest;

import java.util.Set;

/**
 * A job of a cluster.
 *
 * @param id 32 hexadecimal digits
 * @param name as the web UI shows it
 * @param state as Flink names it, such as {@code RUNNING} or {@code RESTARTING}
 */
public record JobStatus(String id, String name, String state) {
  private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");

  /** Whether it will never run again. */
  public boolean hasEnded() {
    return ENDED.contains(state);
  }
}
