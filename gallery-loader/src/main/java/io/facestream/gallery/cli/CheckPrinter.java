package io.facestream.gallery.cli;

import io.facestream.gallery.check.CheckReport;
import io.facestream.gallery.check.FalseAlertsADay;
import io.facestream.gallery.check.Impostor;
import io.facestream.gallery.check.PhotoRef;
import io.facestream.gallery.check.SamePerson;
import io.facestream.gallery.check.Spread;
import io.facestream.gallery.check.Traffic;
import io.facestream.options.Ago;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints what a check found, for people. */
final class CheckPrinter {
  private static final int ID_COLUMNS = 100;

  private final PrintWriter out;
  private final int most;

  /**
   * @param most rows of each list
   */
  CheckPrinter(PrintWriter out, int most) {
    this.out = out;
    this.most = most;
  }

  void print(CheckResult result) {
    CheckReport check = result.check();
    out.printf(
        Locale.ROOT,
        "%,d templates of %,d people (%s of pack %s), each compared with all others%n"
            + "Threshold %s, %s%n",
        check.templates(),
        check.people(),
        result.model(),
        result.pack(),
        cosine(result.threshold()),
        result.thresholdOrigin());
    misplaced(check);
    disagreeing(check, result.pairSimilarity());
    samePeople(check);
    samePhotos(check);
    notComparable(result);
    if (result.clean()) {
      out.println("Nothing looks wrong.");
    }
    impostors(check);
    if (result.traffic() != null) {
      traffic(result.traffic());
      falseAlerts(result.falseAlerts(), result.threshold());
    }
    suggestions(result.suggestions());
    out.flush();
  }

  private void misplaced(CheckReport check) {
    Table table =
        new Table(
            "Nearer to another person than to their own (" + check.misplaced().size() + "):",
            most,
            "PHOTO",
            "OWN",
            "OTHER",
            "NEAREST OTHER",
            "NAME",
            "");
    check
        .misplaced()
        .forEach(
            found ->
                table.row(
                    found.photo().templateId(),
                    cosine(found.own()),
                    cosine(found.other()),
                    found.nearest().templateId(),
                    found.nearest().name(),
                    found.agrees() ? "agrees with its own as well" : ""));
    table.print(out);
  }

  private void disagreeing(CheckReport check, double pairSimilarity) {
    Table table =
        new Table(
            String.format(
                Locale.ROOT,
                "Not in agreement with any other photo of their person, below %s (%d):",
                cosine(pairSimilarity),
                check.disagreeing().size()),
            most,
            "PHOTO",
            "NAME",
            "OWN",
            "PHOTOS");
    check
        .disagreeing()
        .forEach(
            found ->
                table.row(
                    found.photo().templateId(),
                    found.photo().name(),
                    cosine(found.own()),
                    String.valueOf(found.photos())));
    table.print(out);
  }

  private void samePeople(CheckReport check) {
    Table table =
        new Table(
            String.format(
                Locale.ROOT,
                "One person under two ids, from %s (%d):",
                cosine(check.onePersonFrom()),
                check.samePeople().size()),
            most,
            "SIMILARITY",
            "PHOTO",
            "NAME",
            "SAME AS",
            "NAME");
    for (SamePerson found : check.samePeople()) {
      table.row(
          cosine(found.similarity()),
          found.first().templateId(),
          found.first().name(),
          found.second().templateId(),
          found.second().name());
    }
    table.print(out);
  }

  private void samePhotos(CheckReport check) {
    Table table =
        new Table(
            "One face of one photo for several people (" + check.samePhotos().size() + "):",
            most,
            "PHOTO",
            "ENROLLED AS");
    check
        .samePhotos()
        .forEach(
            found -> {
              List<PhotoRef> enrolled = found.enrolledAs();
              String others =
                  String.join(
                      ", ",
                      enrolled.subList(1, enrolled.size()).stream()
                          .map(PhotoRef::templateId)
                          .toList());
              table.row(enrolled.get(0).templateId(), "also " + others);
            });
    table.print(out);
  }

  private void notComparable(CheckResult result) {
    Table table = new Table("Not comparable, and refused by the job:", most, "TEMPLATE", "WHY");
    result
        .otherModels()
        .forEach(
            (model, ids) ->
                table.row(
                    ids.get(0) + (ids.size() > 1 ? " and " + (ids.size() - 1) + " more" : ""),
                    model.isEmpty() ? "names no model" : "of model " + model));
    result.otherLength().forEach(id -> table.row(id, "its embedding has another length"));
    result.unusable().forEach(table::row);
    table.print(out);
  }

  private void impostors(CheckReport check) {
    Table table =
        new Table(
            "To whom others come nearest:", most, "SIMILARITY", "PHOTO", "NAME", "BY", "NAME");
    for (Impostor found : check.impostors()) {
      table.row(
          cosine(found.similarity()),
          found.photo().templateId(),
          found.photo().name(),
          found.impostor().templateId(),
          found.impostor().name());
    }
    table.print(out);
    Spread spread = check.spread();
    if (spread.photos() == 0) {
      out.println("There is nobody to be taken for somebody else.");
      return;
    }
    out.printf(
        Locale.ROOT,
        "The nearest photo of anybody else, without the photos named above: median %s, 90 %% below"
            + " %s, 99 %% below %s, highest %s; %,d of %,d photos reach the threshold%n",
        cosine(spread.median()),
        cosine(spread.p90()),
        cosine(spread.p99()),
        cosine(spread.highest()),
        spread.passing(),
        spread.photos());
  }

  private void traffic(Traffic traffic) {
    Table table =
        new Table(
            String.format(
                Locale.ROOT,
                "Live: %,d verdicts of %,d cameras in %s, %,d faces, %,d compared, %,d of them"
                    + " unknown; the unknown came nearest to",
                traffic.verdicts(),
                traffic.cameras(),
                Ago.text(Duration.between(traffic.from(), traffic.to())),
                traffic.faces(),
                traffic.compared(),
                traffic.unknown()),
            most,
            "SIMILARITY",
            "PHOTO",
            "NAME",
            "FACES",
            "IN VERDICT");
    traffic
        .nearest()
        .forEach(
            found ->
                table.row(
                    cosine(found.highest()),
                    found.templateId(),
                    found.name(),
                    String.valueOf(found.faces()),
                    found.verdictId()));
    if (traffic.nearest().isEmpty()) {
      table.row("-", "nobody", "", "0", "");
    }
    table.print(out);
  }

  private void falseAlerts(FalseAlertsADay expected, double threshold) {
    if (expected == null) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "Expected false alerts: %.1f a day (at most %.1f): of %,.0f unknown faces a day, were all"
            + " strangers, %.2f %% (at most %.2f %%) would reach %s. Estimated %s.%n",
        expected.alerts(),
        expected.alertsAtMost(),
        expected.unknownADay(),
        100 * expected.share(),
        100 * expected.shareAtMost(),
        cosine(threshold),
        expected.basis().equals("curve")
            ? "by the embedder's measured curve"
            : "from this gallery, by how many of its photos somebody else's reaches");
  }

  private void suggestions(List<Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      return;
    }
    out.println();
    out.println("Look at the photos first. Nothing has been changed; what you could do:");
    for (Suggestion suggestion : suggestions.subList(0, Math.min(most, suggestions.size()))) {
      out.println("  " + Printable.of(suggestion.command()));
      out.println("      " + Printable.of(suggestion.why(), 2 * ID_COLUMNS));
      out.println("      to undo it: " + Printable.of(suggestion.undo(), ID_COLUMNS));
    }
    if (suggestions.size() > most) {
      out.printf(Locale.ROOT, "  and %d more%n", suggestions.size() - most);
    }
  }

  private static String cosine(double similarity) {
    return String.format(Locale.ROOT, "%.2f", similarity);
  }
}
