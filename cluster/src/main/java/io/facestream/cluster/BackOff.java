package io.facestream.cluster;

import java.time.Duration;
import java.time.Instant;

/**
 * When a process that has died is started again: after a second at first, after twice as long each
 * further time, and after a second again once it has run for five minutes.
 */
final class BackOff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration HEALTHY = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 6;

  private int inARow;
  private Instant started = Instant.MIN;
  private Instant due;

  /** It is found dead: plans its start, unless one is planned, and returns how long that takes. */
  Duration died(Instant now) {
    if (started.isBefore(now.minus(HEALTHY))) {
      inARow = 0;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(inARow, DOUBLINGS));
    Duration wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    inARow++;
    due = now.plus(wait);
    return wait;
  }

  boolean isPlanned() {
    return due != null;
  }

  boolean isDue(Instant now) {
    return due != null && !now.isBefore(due);
  }

  /** It was started, by whomever. */
  void started(Instant now) {
    started = now;
    due = null;
  }

  /** Nobody is to start it any more, or somebody has. */
  void settled() {
    due = null;
  }
}
