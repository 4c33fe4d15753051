package io.facestream.ingest.sending;

import java.time.Clock;
import java.time.Duration;

/**
 * Gives each picture its capture time and, for paced sources, waits until it is due.
 *
 * <ul>
 *   <li>live: now, at reading
 *   <li>with an end: start + media time, the time at which a camera in its place would have taken
 *       the picture; also when Kafka holds the source back, and when it is read faster than it was
 *       made, so that who was there for a minute is there for a minute
 * </ul>
 *
 * Always at least one millisecond (Kafka's resolution) after the picture before, so that event time
 * orders a camera's frames as its sequence does.
 *
 * <p>A source that is read faster than it was made runs ahead of the clock, by {@link #MOST_AHEAD}
 * at most.
 */
final class CaptureClock {
  /** Brokers refuse records of more than an hour from now; clocks differ. */
  static final Duration MOST_AHEAD = Duration.ofMinutes(50);

  private final Clock wall;
  private final boolean paced;
  private final Runnable whenTooFarAhead;
  private boolean tooFarAhead;
  private long startMillis = Long.MIN_VALUE;
  private long startNanos;
  private long lastMillis = Long.MIN_VALUE;

  /**
   * @param paced whether pictures with a media time are held until they are due
   * @param whenTooFarAhead told once, when a capture time is no longer the media time's
   */
  CaptureClock(Clock wall, boolean paced, Runnable whenTooFarAhead) {
    this.wall = wall;
    this.paced = paced;
    this.whenTooFarAhead = whenTooFarAhead;
  }

  /**
   * Waits until the picture is due, and stamps it.
   *
   * @param mediaTime since the source's start, or null for a live picture
   * @return milliseconds since 1970
   */
  long stamp(Duration mediaTime) throws InterruptedException {
    long millis = mediaTime == null ? wall.millis() : millisOf(mediaTime);
    lastMillis = Math.max(millis, lastMillis + 1);
    return lastMillis;
  }

  private long millisOf(Duration mediaTime) throws InterruptedException {
    if (startMillis == Long.MIN_VALUE) {
      startMillis = wall.millis();
      startNanos = System.nanoTime() - mediaTime.toNanos();
    }
    if (paced) {
      sleepUntil(startNanos + mediaTime.toNanos());
    }
    long millis = startMillis + mediaTime.toMillis();
    long latest = wall.millis() + MOST_AHEAD.toMillis();
    if (millis <= latest) {
      return millis;
    }
    if (!tooFarAhead) {
      tooFarAhead = true;
      whenTooFarAhead.run();
    }
    return latest;
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long wait = nanos - System.nanoTime();
    if (wait > 0) {
      Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
    }
  }
}
