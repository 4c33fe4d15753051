package io.facestream.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often the supervisor has started which process again since the cluster is up.
 *
 * @param byProcess name of the process, such as {@code tm-1}, and its restarts
 */
record Restarts(Map<String, Count> byProcess) {
  static final Restarts NONE = new Restarts(Map.of());

  /**
   * Restarts of one process.
   *
   * @param count how many
   * @param lastMillis time of the last one, milliseconds since the epoch; 0 when there was none
   */
  record Count(int count, long lastMillis) {}

  Restarts {
    byProcess = Map.copyOf(byProcess);
  }

  Count of(String process) {
    return byProcess.getOrDefault(process, new Count(0, 0));
  }

  /** With one more. */
  Restarts with(String process, long atMillis) {
    Map<String, Count> more = new TreeMap<>(byProcess);
    more.put(process, new Count(of(process).count() + 1, atMillis));
    return new Restarts(more);
  }
}
