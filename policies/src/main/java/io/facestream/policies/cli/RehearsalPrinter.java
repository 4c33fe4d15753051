package io.facestream.policies.cli;

import io.facestream.options.Ago;
import io.facestream.options.OutputOptions;
import io.facestream.policies.rehearsal.AlertChange;
import io.facestream.policies.rehearsal.AlertChange.Kind;
import io.facestream.policies.rehearsal.NotKnown;
import io.facestream.policies.rehearsal.RehearsalReport;
import io.facestream.wire.Json;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what a rehearsal came to: alerts by camera and person, or all of it as JSON. */
final class RehearsalPrinter {
  private static final int LONGEST = 32;

  private final CommandSpec spec;
  private final Duration since;

  RehearsalPrinter(CommandSpec spec, Duration since) {
    this.spec = spec;
    this.since = since;
  }

  /** As it is printed with {@code --json}; pictures by verdict id. */
  private record Printed(String since, RehearsalReport rehearsal, Map<String, String> pictures) {}

  /**
   * @param files names of pictures, by verdict id
   * @param scopesChange whether some people would be looked for at other cameras
   */
  void print(
      RehearsalReport report, Map<String, String> files, boolean scopesChange, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.printable(new Printed(since.toString(), report, files)));
    } else {
      printTable(report, files, out);
    }
    out.flush();
    PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
    notesOn(report.notKnown()).forEach(notes::println);
    if (scopesChange) {
      notes.println(
          "Not known what other cameras of a watchlist would gain: people out of reach are in no"
              + " verdict, and thresholds by falseAlerts are taken for as many templates as then");
    }
    notes.flush();
  }

  private void printTable(RehearsalReport report, Map<String, String> files, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Judged anew: %,d faces of %,d frames of the last %s%n",
        report.faces(),
        report.frames(),
        Ago.text(since));
    out.printf(
        Locale.ROOT,
        "Alerts: %,d would have been %,d; %,d gained, %,d lost%n",
        report.alertsBefore(),
        report.alertsAfter(),
        count(report.changes(), Kind.GAINED),
        count(report.changes(), Kind.LOST));
    if (report.changes().isEmpty()) {
      return;
    }
    Map<String, List<AlertChange>> rows =
        report.changes().stream()
            .collect(
                Collectors.groupingBy(
                    change -> change.cameraId() + "\0" + change.personId(),
                    TreeMap::new,
                    Collectors.toList()));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("CAMERA", "PERSON", "GAINED", "LOST", "LAST FRAME", "SIMILARITY", "NEEDED"));
    rows.values().forEach(changes -> table.add(row(changes, files)));
    out.println();
    print(table, out);
  }

  private static List<String> row(List<AlertChange> changes, Map<String, String> files) {
    AlertChange last = changes.get(changes.size() - 1);
    String picture = files.get(last.verdictId());
    return List.of(
        Printable.of(last.cameraId(), LONGEST),
        Printable.of(last.name(), LONGEST),
        Long.toString(count(changes, Kind.GAINED)),
        Long.toString(count(changes, Kind.LOST)),
        last.frame().partition()
            + "-"
            + last.frame().offset()
            + (picture == null ? "" : " " + Printable.of(picture)),
        cosine(last.similarity()),
        last.needed() == null
            ? ""
            : cosine(last.needed()) + " of " + Printable.of(last.origin(), LONGEST));
  }

  private static String cosine(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static void print(List<List<String>> table, PrintWriter out) {
    int columns = table.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : table) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : table) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static long count(List<AlertChange> changes, Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  private static List<String> notesOn(NotKnown notKnown) {
    List<String> notes = new ArrayList<>();
    note(notes, notKnown.reduced(), "whose candidates their verdicts left out");
    note(notes, notKnown.carried(), "whose tracks began before");
    note(
        notes,
        notKnown.unconfirmed(),
        "whose views cannot be counted, since their tracks began before; taken as they were");
    note(notes, notKnown.unrecorded(), "of people of whom nothing is kept");
    note(
        notes,
        notKnown.outOfReach(),
        "of people whom the camera would not look for: whether somebody else would be named");
    note(notes, notKnown.otherModels(), "that another model looked at");
    note(notes, notKnown.ignored(), "that were ignored where they stood");
    return notes;
  }

  private static void note(List<String> notes, long faces, String which) {
    if (faces > 0) {
      notes.add(String.format(Locale.ROOT, "Not known of %,d faces %s", faces, which));
    }
  }
}
