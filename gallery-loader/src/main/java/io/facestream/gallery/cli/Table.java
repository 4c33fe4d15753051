package io.facestream.gallery.cli;

import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under titles, printed as wide as they need; of long lists the beginning. */
final class Table {
  private static final int MOST_COLUMNS = 48;

  private final String heading;
  private final int most;
  private final List<List<String>> rows = new ArrayList<>();
  private int left;

  /**
   * @param heading a line above
   * @param most rows shown
   */
  Table(String heading, int most, String... titles) {
    this.heading = heading;
    this.most = most;
    rows.add(List.of(titles));
  }

  /** Cells as they are; what a terminal must not show is escaped. */
  void row(String... cells) {
    if (rows.size() > most) {
      left++;
      return;
    }
    List<String> shown = new ArrayList<>();
    for (String cell : cells) {
      shown.add(Printable.of(cell, MOST_COLUMNS));
    }
    rows.add(shown);
  }

  /** Nothing at all when there is no row. */
  void print(PrintWriter out) {
    if (rows.size() == 1 && left == 0) {
      return;
    }
    out.println();
    out.println(heading);
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append("  ").append(row.get(i));
        line.append(" ".repeat(widths[i] - row.get(i).length()));
      }
      out.println(line.toString().stripTrailing());
    }
    if (left > 0) {
      out.printf(Locale.ROOT, "  and %d more%n", left);
    }
  }
}
