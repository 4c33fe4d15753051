package io.facestream.console.api;

/** Cells of CSV files, as RFC 4180 has them. */
final class CsvText {
  /** What a spreadsheet takes for the beginning of a formula, and would compute. */
  private static final String FORMULAS = "=+-@\t\r\n";

  private CsvText() {}

  /** A cell that says the text, and is never a formula: such a one gets an apostrophe before it. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
