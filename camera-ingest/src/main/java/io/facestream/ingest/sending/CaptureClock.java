package io.facestream.ingest.sending;

import java.time.Clock;
import java.time.Duration;

/**
 * Gives each picture its capture time and, for sources with an end, waits until it is due.
 *
 * <ul>
 *   <li>live: now, at reading
 *   <li>paced: start + media time, also when Kafka holds the source back: the time at which a
 *       camera in its place would have taken the picture
 *   <li>unpaced: now, at reading
 * </ul>
 *
 * Always at least one millisecond (Kafka's resolution) after the picture before, so that event time
 * orders a camera's frames as its sequence does; reading a file faster than 1,000 frames/s
 * therefore runs ahead of the clock.
 */
final class CaptureClock {
  private final Clock wall;
  private final boolean paced;
  private long startMillis = Long.MIN_VALUE;
  private long startNanos;
  private long lastMillis = Long.MIN_VALUE;

  /**
   * @param paced whether pictures with a media time are held until they are due
   */
  CaptureClock(Clock wall, boolean paced) {
    this.wall = wall;
    this.paced = paced;
  }

  /**
   * Waits until the picture is due, and stamps it.
   *
   * @param mediaTime since the source's start, or null for a live picture
   * @return milliseconds since 1970
   */
  long stamp(Duration mediaTime) throws InterruptedException {
    long millis = wall.millis();
    if (paced && mediaTime != null) {
      if (startMillis == Long.MIN_VALUE) {
        startMillis = millis;
        startNanos = System.nanoTime() - mediaTime.toNanos();
      }
      sleepUntil(startNanos + mediaTime.toNanos());
      millis = startMillis + mediaTime.toMillis();
    }
    lastMillis = Math.max(millis, lastMillis + 1);
    return lastMillis;
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long wait = nanos - System.nanoTime();
    if (wait > 0) {
      Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
    }
  }
}
