package io.facestream.bench.match;

import java.io.PrintWriter;
import java.util.Locale;

/** The rows for people. */
final class MatchTable {
  private MatchTable() {}

  static void printHead(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%8s %4s %6s %7s %6s %10s %10s %7s %6s %7s  %-18s %10s %7s  %s%n",
        "n",
        "dim",
        "probes",
        "threads",
        "min",
        "median ms",
        "probes/s",
        "GB/s",
        "memory",
        "again",
        "baseline",
        "median ms",
        "ratio",
        "exact");
    out.flush();
  }

  static void print(PrintWriter out, MatchRow row) {
    out.printf(
        Locale.ROOT,
        "%8d %4d %6d %7d %6.2f %10.2f %10.0f %7.1f %5.0f%% %7.1f  %-18s %10s %7s  %s%n",
        row.n(),
        row.dim(),
        row.probes(),
        row.threads(),
        row.minSimilarity(),
        row.medianMs(),
        row.probesPerSecond(),
        row.gigabytesPerSecond(),
        100 * row.shareOfBandwidth(),
        row.scoredAgain(),
        row.baseline() == null ? "-" : row.baseline(),
        row.baseline() == null ? "-" : String.format(Locale.ROOT, "%.1f", row.baselineMedianMs()),
        row.baseline() == null ? "-" : String.format(Locale.ROOT, "%.1fx", row.ratio()),
        (row.exact() ? "yes" : "NO") + " (" + row.checkedProbes() + " probes)");
    out.flush();
  }
}
