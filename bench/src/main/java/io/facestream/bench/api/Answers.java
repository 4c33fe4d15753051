package io.facestream.bench.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What clients got in one row, and after how long. Safe for threads. */
final class Answers {
  /** Three digits: a percentile is off by a thousandth at most. */
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Map<String, Histogram> moments = new LinkedHashMap<>();
  private long whole;
  private long failed;
  private String firstFailure;
  private long lastNanos;

  /** A moment of an answer, such as an event or its end, after so long. */
  synchronized void moment(String name, long nanos) {
    moments
        .computeIfAbsent(name, any -> new Histogram(SIGNIFICANT_DIGITS))
        .recordValue(Math.max(0, nanos / 1000));
  }

  /** An answer has come as a whole. */
  synchronized void answered() {
    whole++;
    lastNanos = System.nanoTime();
  }

  /** None has. */
  synchronized void failed(String why) {
    failed++;
    if (firstFailure == null) {
      firstFailure = why;
    }
  }

  synchronized long count() {
    return whole;
  }

  synchronized long failures() {
    return failed;
  }

  /** Null when all is well. */
  synchronized String firstFailure() {
    return firstFailure;
  }

  /** Answers a second until the last one. */
  synchronized double perSecond(long begunNanos) {
    return whole == 0 ? 0 : whole / ((lastNanos - begunNanos) / 1e9);
  }

  /** By the names of moments, in the order in which they came first. */
  synchronized Map<String, Percentiles> percentiles() {
    Map<String, Percentiles> all = new LinkedHashMap<>();
    moments.forEach((name, micros) -> all.put(name, Percentiles.of(micros)));
    return all;
  }
}
