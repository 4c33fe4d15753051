package io.facestream.console.asks;

import io.facestream.wire.Verdict;
import java.time.Duration;

/**
 * What was found in a picture.
 *
 * @param request its id
 * @param took from its arrival to the answer
 */
public record Asked(String request, Verdict verdict, Duration took) {
  /** In milliseconds, to the tenth. */
  public double milliseconds() {
    return Math.round(took.toNanos() / 1e5) / 10.0;
  }
}
