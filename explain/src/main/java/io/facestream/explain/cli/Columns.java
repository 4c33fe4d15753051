package io.facestream.explain.cli;

import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under titles, as wide as they need. */
final class Columns {
  private static final int MOST_CHARS = 60;

  private final List<List<String>> rows = new ArrayList<>();

  Columns(String... titles) {
    rows.add(List.of(titles));
  }

  /** Cells as they are; what a terminal must not show is escaped. */
  void row(String... cells) {
    List<String> shown = new ArrayList<>();
    for (String cell : cells) {
      shown.add(Printable.of(cell, MOST_CHARS));
    }
    rows.add(shown);
  }

  void print(PrintWriter out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
