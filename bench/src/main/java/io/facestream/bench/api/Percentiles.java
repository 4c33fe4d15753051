package io.facestream.bench.api;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** In milliseconds. */
record Percentiles(double p50, double p95, double p99) {
  private static final double MICROS_PER_MILLI = 1000;

  /**
   * @param micros values in microseconds
   */
  static Percentiles of(Histogram micros) {
    return new Percentiles(at(micros, 50), at(micros, 95), at(micros, 99));
  }

  private static double at(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }

  String text() {
    return String.format(Locale.ROOT, "%6.0f / %6.0f / %6.0f", p50, p95, p99);
  }
}
