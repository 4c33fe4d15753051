package io.facestream.console.http;

import io.facestream.console.access.Caller;
import java.util.HashMap;
import java.util.Map;

/** How many streams of events are open: each holds a thread of the server. */
public final class OpenStreams {
  private static final int MOST = 100;
  private static final int MOST_OF_ONE = 8;

  private final Map<String, Integer> open = new HashMap<>();
  private int all;

  /**
   * Counts one until it is closed.
   *
   * @throws ProblemException when there are too many, of this caller or altogether
   */
  public synchronized Open begin(Caller caller) {
    int own = open.getOrDefault(caller.id(), 0);
    if (own >= MOST_OF_ONE || all >= MOST) {
      throw new ProblemException(
          429,
          "too-many-streams",
          own >= MOST_OF_ONE
              ? "This user or key reads " + MOST_OF_ONE + " streams already"
              : "The console has as many readers as it takes",
          "Close one that is not needed");
    }
    open.put(caller.id(), own + 1);
    all++;
    return () -> end(caller.id());
  }

  private synchronized void end(String caller) {
    all--;
    open.computeIfPresent(caller, (id, count) -> count == 1 ? null : count - 1);
  }

  /** One of them. */
  @FunctionalInterface
  public interface Open extends AutoCloseable {
    @Override
    void close();
  }
}
