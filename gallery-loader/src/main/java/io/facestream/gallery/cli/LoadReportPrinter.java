package io.facestream.gallery.cli;

import io.facestream.gallery.LoadReport;
import io.facestream.gallery.PhotoOutcome;
import io.facestream.gallery.PhotoOutcome.Status;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a load's report for people. */
public final class LoadReportPrinter {
  private LoadReportPrinter() {}

  static void print(LoadReport report, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d photos of %d people (model %s): %d loaded, %d updated, %d unchanged, %d refused%n",
        report.photos().size(),
        report.people(),
        report.modelId(),
        report.count(Status.LOADED),
        report.count(Status.UPDATED),
        report.count(Status.UNCHANGED),
        report.refused().size());
    printDetails(report, out);
  }

  /** Everything but the numbers: what was refused and why, erased, left out, or looks odd. */
  public static void printDetails(LoadReport report, PrintWriter out) {
    report.remarked().forEach(photo -> out.println(photo.photo() + ": " + photo.remark()));
    if (!report.refused().isEmpty()) {
      out.println("Refused:");
      int width = report.refused().stream().mapToInt(p -> p.photo().length()).max().orElse(0);
      report.refused().forEach(photo -> print(photo, width, out));
    }
    if (!report.erased().isEmpty()) {
      out.println("Erased: " + String.join(", ", report.erased()));
    }
    report.warnings().forEach(warning -> out.println("Warning: " + warning));
    if (!report.ignored().isEmpty()) {
      out.println("Ignored, being no photos: " + listed(report.ignored()));
    }
    if (!report.hidden().isEmpty()) {
      out.println(report.hidden().size() + " hidden files passed over");
    }
    if (!report.withoutTemplate().isEmpty()) {
      out.println("Nobody enrolled from: " + listed(report.withoutTemplate()));
    }
    out.flush();
  }

  /** Names as they came from folders: one with a tab in it stays one name. */
  private static String listed(Collection<String> names) {
    return names.stream().map(Printable::of).collect(Collectors.joining(", "));
  }

  private static void print(PhotoOutcome photo, int width, PrintWriter out) {
    out.printf(Locale.ROOT, "  %-" + width + "s  %s%n", photo.photo(), photo.reason());
    photo.faces().forEach(face -> out.printf(Locale.ROOT, "  %-" + width + "s    %s%n", "", face));
    if (!photo.faces().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "  %-" + width + "s    choose face N with 'facestream gallery load' and --pick '%s=N'%n",
          "",
          photo.photo());
    }
  }
}
