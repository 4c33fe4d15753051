package io.facestream.quickstart.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines after the last alert. */
final class Summary {
  private static final double MILLIS_PER_SECOND = 1000;
  private static final double MEBIBYTES_PER_GIBIBYTE = 1024;

  private Summary() {}

  /**
   * What came in and what came of it.
   *
   * @param published frames on the topic
   * @param took from the first frame to the last verdict
   */
  static String of(long published, Tally.Totals totals, Duration took) {
    double seconds = Math.max(1, took.toMillis()) / MILLIS_PER_SECOND;
    return String.join(
        "\n",
        "",
        line(
            "Frames      %d in, %d judged, %d refused (topic frames.dlq)",
            published, totals.verdicts(), totals.refusedFrames()),
        line(
            "Faces       %d: %d recognised, %d unknown, %d not good enough to compare",
            totals.faces(), totals.matchedFaces(), totals.unknownFaces(), totals.rejectedFaces()),
        line("Alerts      %d%s", totals.alerts(), byName(totals.alertsByName())),
        line("Gallery     %d templates refused (topic gallery.dlq)", totals.refusedTemplates()),
        line("Speed       %.1f frames/s over %.1f s", totals.verdicts() / seconds, seconds),
        memory() + totals.latencies());
  }

  private static String byName(Map<String, Long> alerts) {
    return alerts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), all -> all.isEmpty() ? "" : ": " + all));
  }

  private static String memory() {
    var peak = Memory.peakMebibytes();
    return peak.isEmpty()
        ? ""
        : line("Memory      %.1f GB at most%n", peak.getAsLong() / MEBIBYTES_PER_GIBIBYTE);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
