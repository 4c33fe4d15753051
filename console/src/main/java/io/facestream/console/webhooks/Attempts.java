package io.facestream.console.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When an event is told again that was not taken: after 8 s, and after three times as long each
 * further time, with up to a fifth more by chance, so that many do not come back together. The
 * tenth time is some 22 to 26 hours after the first, and the last.
 */
final class Attempts {
  static final int MOST = 10;

  private static final Duration FIRST = Duration.ofSeconds(8);
  private static final int FACTOR = 3;
  private static final double CHANCE = 0.2;

  private Attempts() {}

  /**
   * @param made how many there were
   * @return null for never
   */
  static Instant next(int made, Instant now, RandomGenerator random) {
    if (made >= MOST) {
      return null;
    }
    double millis = FIRST.toMillis() * Math.pow(FACTOR, made - 1);
    return now.plusMillis((long) (millis * (1 + CHANCE * random.nextDouble())));
  }
}
