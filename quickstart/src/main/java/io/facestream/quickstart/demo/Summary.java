package io.facestream.quickstart.demo;

import io.facestream.wire.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines after the last sighting. */
final class Summary {
  private static final double MILLIS_PER_SECOND = 1000;
  private static final int MOST_NAMES = 10;
  private static final int MOST_CHARS = 60;
  private static final double MEBIBYTES_PER_GIBIBYTE = 1024;

  private Summary() {}

  /**
   * What came in and what came of it, a line each.
   *
   * @param published frames on the topic
   * @param leftOut pictures that did not get there
   * @param took from the first frame to the last verdict
   */
  static List<String> of(long published, long leftOut, Tally.Totals totals, Duration took) {
    double seconds = Math.max(1, took.toMillis()) / MILLIS_PER_SECOND;
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "Frames      %d in, %d judged, %d refused (topic frames.dlq)",
            published, totals.verdicts(), totals.refusedFrames()));
    lines.addAll(totals.frameReasons());
    if (leftOut > 0) {
      lines.add(
          line(
              "Left out    %d: no pictures, too large for the topic, or refused by Kafka; see the warnings",
              leftOut));
    }
    lines.add(
        line(
            "Faces       %d: %d recognised, %d unknown, %d not good enough to compare",
            totals.faces(), totals.matchedFaces(), totals.unknownFaces(), totals.rejectedFaces()));
    lines.add(line("Sightings   %d%s", totals.sightings(), byName(totals.sightingsByName())));
    lines.add(line("Alerts      %d", totals.alerts()));
    lines.add(
        line("Gallery     %d templates refused (topic gallery.dlq)", totals.refusedTemplates()));
    lines.addAll(totals.templateReasons());
    lines.add(line("Speed       %.1f frames/s over %.1f s", totals.verdicts() / seconds, seconds));
    memory().ifPresent(lines::add);
    totals.latencies().lines().forEach(lines::add);
    lines.add("");
    return lines;
  }

  /** The people seen most, and how many others there were. */
  private static String byName(Map<String, Long> sightings) {
    String most =
        sightings.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_NAMES)
            .map(entry -> Printable.of(entry.getKey(), MOST_CHARS) + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    int others = sightings.size() - MOST_NAMES;
    return (most.isEmpty() ? "" : ": " + most)
        + (others > 0 ? line(", and %d others", others) : "");
  }

  private static Optional<String> memory() {
    var peak = Memory.peakMebibytes();
    return peak.isEmpty()
        ? Optional.empty()
        : Optional.of(
            line("Memory      %.1f GB at most", peak.getAsLong() / MEBIBYTES_PER_GIBIBYTE));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
