package io.facestream.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Milliseconds over probes, a line for each engine, both axes logarithmic, as SVG. */
final class MatchChart {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 460;
  private static final int LEFT = 64;
  private static final int RIGHT = 600;
  private static final int TOP = 52;
  private static final int BOTTOM = 404;
  private static final int LINE_OF_TEXT = 16;

  /** Told apart by those too who see fewer colours; ours is the first. */
  private static final List<String> COLOURS =
      List.of("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9");

  /** Below this a recall is told: brute force in fp32 has one, too. */
  private static final double APPROXIMATE = 0.9995;

  private final List<MatchRow> rows;

  /** By engine, the milliseconds by probes. */
  private final Map<String, TreeMap<Integer, Double>> lines = new LinkedHashMap<>();

  private final Map<String, Double> recalls = new LinkedHashMap<>();
  private final StringBuilder svg = new StringBuilder();
  private final double leastProbes;
  private final double mostProbes;
  private final double leastMs;
  private final double mostMs;

  private MatchChart(List<MatchRow> rows) {
    this.rows = rows;
    for (MatchRow row : rows) {
      lineOf("facestream (" + row.engine() + ")").put(row.probes(), row.medianMs());
    }
    for (MatchRow row : rows) {
      if (row.baselineMedianMs() != null) {
        lineOf(row.baseline()).put(row.probes(), row.baselineMedianMs());
        recalls.merge(row.baseline(), row.baselineRecallAt1(), Math::min);
      }
    }
    leastProbes = rows.stream().mapToInt(MatchRow::probes).min().orElse(1);
    mostProbes = rows.stream().mapToInt(MatchRow::probes).max().orElse(1);
    List<Double> times = lines.values().stream().flatMap(line -> line.values().stream()).toList();
    leastMs = tickBelow(times.stream().min(Comparator.naturalOrder()).orElse(1.0));
    mostMs = tickAbove(times.stream().max(Comparator.naturalOrder()).orElse(1.0));
  }

  /** Writes the picture of some rows, one at least. */
  static void write(Path file, List<MatchRow> rows) throws IOException {
    Files.writeString(file, new MatchChart(rows).draw());
  }

  private TreeMap<Integer, Double> lineOf(String engine) {
    return lines.computeIfAbsent(engine, name -> new TreeMap<>());
  }

  private String draw() {
    MatchRow any = rows.get(0);
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"13\">%n",
        WIDTH, HEIGHT);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, HEIGHT);
    String title =
        String.format(
            Locale.ROOT,
            "Milliseconds for a batch of probes: %,d templates of %d (%s), %d thread%s",
            any.n(),
            any.dim(),
            any.templates(),
            any.threads(),
            any.threads() == 1 ? "" : "s");
    add("<title>%s</title>%n", escaped(title));
    text(LEFT, TOP - 24, "start", "#222222", title);
    drawTicks();
    drawLines();
    return svg.append("</svg>\n").toString();
  }

  private void drawTicks() {
    for (double ms = leastMs; ms <= mostMs * 1.01; ms = tickAbove(ms * 1.01)) {
      rule(LEFT, y(ms), RIGHT, y(ms));
      text(LEFT - 8, y(ms) + 4, "end", "#555555", number(ms));
    }
    for (int probes : lines.values().iterator().next().keySet()) {
      rule(x(probes), TOP, x(probes), BOTTOM);
      text(x(probes), BOTTOM + 20, "middle", "#555555", String.valueOf(probes));
    }
    text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "#555555", "probes in a batch");
    text(LEFT - 8, TOP - 16, "end", "#555555", "ms");
  }

  private void drawLines() {
    // Names stand at the ends of their lines, from top to bottom, and each makes room for the next.
    List<String> engines = new ArrayList<>(lines.keySet());
    List<String> fromTop = new ArrayList<>(engines);
    fromTop.sort(Comparator.comparingDouble(engine -> y(lines.get(engine).lastEntry().getValue())));
    double free = TOP;
    for (String engine : fromTop) {
      int place = engines.indexOf(engine);
      String colour = COLOURS.get(place % COLOURS.size());
      StringBuilder points = new StringBuilder();
      lines
          .get(engine)
          .forEach(
              (probes, ms) -> {
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(probes), y(ms)));
                add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
                    x(probes), y(ms), colour);
              });
      add(
          "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>%n",
          points.toString().strip(), colour, place == 0 ? "3.5" : "2");
      double end = Math.max(y(lines.get(engine).lastEntry().getValue()) + 4, free);
      text(RIGHT + 12, end, "start", colour, engine + recall(engine));
      free = end + LINE_OF_TEXT;
    }
  }

  private String recall(String engine) {
    double recall = recalls.getOrDefault(engine, 1.0);
    return recall < APPROXIMATE ? String.format(Locale.ROOT, ", recall@1 %.3f", recall) : "";
  }

  private double x(double probes) {
    double share =
        mostProbes == leastProbes
            ? 0.5
            : Math.log(probes / leastProbes) / Math.log(mostProbes / leastProbes);
    return LEFT + share * (RIGHT - LEFT);
  }

  private double y(double ms) {
    return BOTTOM - Math.log(ms / leastMs) / Math.log(mostMs / leastMs) * (BOTTOM - TOP);
  }

  /** The next of …, 1, 2, 5, 10, … that is above. */
  private static double tickAbove(double ms) {
    double decade = Math.pow(10, Math.floor(Math.log10(ms)));
    for (int step : new int[] {1, 2, 5}) {
      if (step * decade > ms) {
        return step * decade;
      }
    }
    return 10 * decade;
  }

  private static double tickBelow(double ms) {
    double decade = Math.pow(10, Math.floor(Math.log10(ms)));
    return ms > 5 * decade ? 5 * decade : ms > 2 * decade ? 2 * decade : decade;
  }

  private static String number(double ms) {
    return String.format(Locale.ROOT, ms < 0.1 ? "%.2f" : ms < 1 ? "%.1f" : "%,.0f", ms);
  }

  private void rule(double x1, double y1, double x2, double y2) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
        x1, y1, x2, y2);
  }

  private void text(double x, double y, String anchor, String colour, String text) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, anchor, colour, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
