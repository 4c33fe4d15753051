package io.facestream.cluster.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers and long lines as the status shows them to people. */
final class StatusFormat {
  private static final long KIB = 1024;
  private static final int LINE = 160;

  private StatusFormat() {}

  static String bytes(long count) {
    if (count < KIB * KIB) {
      return String.format(Locale.ROOT, "%.1f KiB", count / (double) KIB);
    }
    return String.format(Locale.ROOT, "%.1f MiB", count / (double) (KIB * KIB));
  }

  /** The start of a long line; all of it is in the web UI. */
  static String shortened(String line) {
    return line.length() <= LINE ? line : line.substring(0, LINE) + " ...";
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
