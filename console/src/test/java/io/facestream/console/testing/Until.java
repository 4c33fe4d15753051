package io.facestream.console.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what comes about by itself, such as a record read. */
public final class Until {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = 20_000_000;

  private Until() {}

  /** Tries again until it does not fail any more; in the end fails as it does. */
  public static void holds(Runnable assertion) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
