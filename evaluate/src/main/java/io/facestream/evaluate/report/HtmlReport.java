package io.facestream.evaluate.report;

import io.facestream.evaluate.result.Evaluation;
import io.facestream.wire.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** An evaluation as one page that needs no other file: styles and curves stand in it. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * The page, in UTF-8.
   *
   * @throws IOException when curves cannot be drawn
   */
  public static byte[] of(Evaluation found) throws IOException {
    StringBuilder page = new StringBuilder();
    String title = "Facestream: pack " + found.models().pack() + " evaluated";
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n<p>Model ")
        .append(escaped(found.models().embedder()))
        .append(", ")
        .append(escaped(found.source()))
        .append(". In brackets: the 95 % interval.</p>\n");
    for (Plot plot : Plots.of(found)) {
      append(plot, page);
    }
    Tables.of(found).forEach(table -> append(table, page));
    return page.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(Plot plot, StringBuilder page) throws IOException {
    page.append("<figure><picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"")
        .append(dataUri(plot.png(Theme.DARK)))
        .append("\"><img alt=\"")
        .append(escaped(plot.title()))
        .append("\" src=\"")
        .append(dataUri(plot.png(Theme.LIGHT)))
        .append("\"></picture></figure>\n");
  }

  private static void append(Table table, StringBuilder page) {
    page.append("<h2>").append(escaped(table.title())).append("</h2>\n");
    table.notes().forEach(note -> page.append("<p>").append(escaped(note)).append("</p>\n"));
    if (table.rows().isEmpty()) {
      return;
    }
    page.append("<div class=\"wide\"><table>\n<tr>");
    table.columns().forEach(name -> page.append("<th>").append(escaped(name)).append("</th>"));
    page.append("</tr>\n");
    for (List<String> row : table.rows()) {
      page.append("<tr>");
      row.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</table></div>\n");
  }

  private static String dataUri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** Names of files come from anywhere: neither tags nor what turns the direction of writing. */
  private static String escaped(String text) {
    return Printable.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
