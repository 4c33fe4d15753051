package io.facestream.bench.match;

import java.io.PrintWriter;
import java.util.Locale;

/** The rows for people. */
final class MatchTable {
  private MatchTable() {}

  static void printHead(PrintWriter out, MatchSetup setup) {
    out.printf(
        Locale.ROOT,
        "%d templates of %d (%s), kernel %s, %d hits of at least %.2f%n",
        setup.templates().size(),
        setup.templates().dim(),
        setup.templates().source(),
        setup.kernel().name(),
        setup.k(),
        setup.minSimilarity());
    out.printf(
        Locale.ROOT,
        "%6s %10s %9s %6s %6s %8s %9s %7s %9s  %-23s %10s %7s %8s  %s%n",
        "probes",
        "median ms",
        "probes/s",
        "GB/s",
        "memory",
        "level 2",
        "level 3",
        "again",
        "MB/probe",
        "baseline",
        "median ms",
        "ratio",
        "recall@1",
        "exact");
    out.flush();
  }

  static void print(PrintWriter out, MatchRow row) {
    out.printf(
        Locale.ROOT,
        "%6d %10.2f %9.0f %6.1f %5.0f%% %7.3f%% %8.4f%% %7.1f %9.2f  %-23s %10s %7s %8s  %s%n",
        row.probes(),
        row.medianMs(),
        row.probesPerSecond(),
        row.gigabytesPerSecond(),
        100 * row.shareOfBandwidth(),
        100 * row.shareCompleted(),
        100 * row.shareScored(),
        row.scoredAgain(),
        row.bytesPerProbe() / 1e6,
        row.baseline() == null ? "-" : row.baseline(),
        row.baselineAbsent() == null ? orNone("%.1f", row.baselineMedianMs()) : "absent",
        orNone("%.1fx", row.ratio()),
        orNone("%.3f", row.baselineRecallAt1()),
        (row.exact() ? "yes" : "NO") + " (" + row.checkedProbes() + " probes)");
    out.flush();
  }

  private static String orNone(String format, Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, format, value);
  }
}
