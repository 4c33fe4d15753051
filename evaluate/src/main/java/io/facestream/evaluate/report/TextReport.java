package io.facestream.evaluate.report;

import io.facestream.evaluate.result.Evaluation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation as lines on a terminal. */
public final class TextReport {
  /** Of photos that were of no use the rest stands in the JSON and on the page. */
  private static final int MOST_ROWS = 20;

  private TextReport() {}

  /** Prints it. */
  public static void print(Evaluation found, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Pack %s, model %s: %s%n",
        found.models().pack(),
        found.models().embedder(),
        found.source());
    Tables.of(found).forEach(table -> print(table, out));
    out.flush();
  }

  private static void print(Table table, PrintWriter out) {
    out.println();
    out.println(table.title());
    table.notes().forEach(note -> out.println("  " + note));
    if (table.rows().isEmpty()) {
      return;
    }
    List<List<String>> shown = new ArrayList<>();
    shown.add(table.columns());
    shown.addAll(table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size())));
    for (List<String> row : shown) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < row.size(); column++) {
        line.append("  ").append(row.get(column));
        line.append(" ".repeat(width(shown, column) - row.get(column).length()));
      }
      out.println(line.toString().stripTrailing());
    }
    if (table.rows().size() > MOST_ROWS) {
      out.println("    and " + (table.rows().size() - MOST_ROWS) + " more");
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
