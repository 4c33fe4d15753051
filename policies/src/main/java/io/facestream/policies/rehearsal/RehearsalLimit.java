package io.facestream.policies.rehearsal;

import java.time.Duration;

/**
 * How much a rehearsal may read, so that one who asks for much holds up nobody else.
 *
 * @param verdicts at most
 * @param longest how long it may take
 */
public record RehearsalLimit(long verdicts, Duration longest) {
  /** As much as there is. */
  public static final RehearsalLimit NONE =
      new RehearsalLimit(Long.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE));

  /** There was more to read. */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded() {
      super("There is more to rehearse than may be", null, false, false);
    }
  }

  /** Counts towards the limit, from its making on. */
  final class Count {
    private final long began = System.nanoTime();
    private long read;

    /** Another pass over the same verdicts; the time goes on. */
    void again() {
      read = 0;
    }

    void add() {
      read++;
      if (read > verdicts || System.nanoTime() - began > longest.toNanos()) {
        throw new Exceeded();
      }
    }
  }
}
