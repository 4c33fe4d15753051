package io.facestream.evaluate.report;

import io.facestream.evaluate.identification.GalleryPlan;
import io.facestream.evaluate.result.Evaluation;
import io.facestream.evaluate.result.FalseAlertThreshold;
import io.facestream.evaluate.result.Groups;
import io.facestream.evaluate.result.Identification;
import io.facestream.evaluate.result.Identification.AtFpir;
import io.facestream.evaluate.result.PhotoCounts;
import io.facestream.evaluate.result.Verification;
import io.facestream.evaluate.result.Verification.AtFalseMatchRate;
import io.facestream.evaluate.result.Verification.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of an evaluation, the same for terminal and page. */
final class Tables {
  private Tables() {}

  static List<Table> of(Evaluation found) {
    List<Table> tables = new ArrayList<>();
    tables.add(photos(found.photos()));
    tables.add(verification(found.verification()));
    if (found.identification() != null) {
      tables.add(ranks(found.identification()));
      tables.add(openSet(found.identification()));
    }
    if (found.falseAlerts() != null) {
      tables.add(falseAlerts(found.falseAlerts()));
    }
    if (found.groups() != null) {
      tables.add(groups(found.groups()));
    }
    if (!found.lookAlikes().isEmpty()) {
      tables.add(lookAlikes(found));
    }
    tables.removeIf(table -> table.rows().isEmpty() && table.notes().isEmpty());
    return tables;
  }

  private static Table photos(PhotoCounts counts) {
    List<String> notes = new ArrayList<>();
    notes.add(
        Figures.count(counts.photos())
            + " photos of "
            + Figures.count(counts.people())
            + " people"
            + (counts.strangers() == 0
                ? ""
                : ", "
                    + Figures.count(counts.strangersPhotos())
                    + " of "
                    + Figures.count(counts.strangers())
                    + " strangers"));
    notes.add(
        "Failure to enrol: "
            + counts.failureToEnrol().hits()
            + " of them, "
            + Figures.percent(counts.failureToEnrol()));
    if (!counts.ignored().isEmpty()) {
      notes.add("Ignored, being no photos: " + String.join(", ", counts.ignored()));
    }
    return new Table(
        "Photos",
        notes,
        List.of("of no use", "why"),
        counts.unusable().stream().map(photo -> List.of(photo.photo(), photo.reason())).toList());
  }

  private static Table verification(Verification found) {
    List<String> notes = new ArrayList<>();
    notes.add(
        Figures.count(found.genuine())
            + " genuine and "
            + Figures.count(found.impostor())
            + " impostor comparisons, "
            + (found.protocol() == Protocol.PAIRS ? "the pairs of the table" : "all against all"));
    if (found.notCompared() > 0) {
      notes.add(found.notCompared() + " pairs could not be compared");
    }
    if (found.equalError() != null) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Equal error rate %s at %s; at best %s right at %s",
              Figures.percent(found.equalError().meanError()),
              Figures.cosine(found.equalError().cosine()),
              Figures.percent(1 - found.mostAccurate().meanError()),
              Figures.cosine(found.mostAccurate().cosine())));
    }
    return new Table(
        "Verification: one photo against one other",
        notes,
        List.of("false matches", "cosine", "measured FMR", "true matches found (TAR)"),
        found.rates().stream().map(rate -> verification(rate, found.impostor())).toList());
  }

  private static List<String> verification(AtFalseMatchRate rate, long impostors) {
    return rate.cosine() == null
        ? List.of(
            Figures.oneIn(rate.wanted()),
            "–",
            "not shown by " + Figures.count(impostors) + " comparisons",
            "–")
        : List.of(
            Figures.oneIn(rate.wanted()),
            Figures.cosine(rate.cosine()),
            Figures.percent(rate.falseMatchRate()),
            Figures.percent(rate.trueMatchRate()));
  }

  private static String galleries(GalleryPlan plan) {
    return String.format(
        Locale.ROOT,
        "%s random galleries of %s people by %d photo%s each (seed %d)",
        Figures.count(plan.trials()),
        Figures.count(plan.people()),
        plan.photosEach(),
        plan.photosEach() == 1 ? "" : "s",
        plan.seed());
  }

  private static Table ranks(Identification found) {
    return new Table(
        "Identification, everybody enrolled",
        List.of(
            galleries(found.plan()),
            Figures.count(found.mated())
                + " searches for "
                + Figures.count(found.matedPeople())
                + " people who were enrolled"),
        List.of("among the nearest", "found"),
        found.ranks().stream()
            .map(rank -> List.of(Integer.toString(rank.k()), Figures.percent(rank.identified())))
            .toList());
  }

  private static Table openSet(Identification found) {
    return new Table(
        "Identification, strangers among them",
        List.of(
            Figures.count(found.nonMated())
                + " searches for "
                + Figures.count(found.nonMatedPeople())
                + " people who were not enrolled"),
        List.of("strangers named", "cosine", "measured FPIR", "enrolled missed (FNIR)"),
        found.rates().stream().map(rate -> openSet(rate, found)).toList());
  }

  private static List<String> openSet(AtFpir rate, Identification found) {
    return rate.cosine() == null
        ? List.of(
            Figures.percent(rate.wanted()),
            "–",
            "not shown by " + Figures.count(found.nonMated()) + " searches",
            "–")
        : List.of(
            Figures.percent(rate.wanted()),
            Figures.cosine(rate.cosine()),
            Figures.percent(rate.fpir()),
            Figures.percent(rate.fnir()));
  }

  private static Table falseAlerts(FalseAlertThreshold found) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%s of strangers named by %s templates is %s in one comparison",
            Figures.percent(found.wanted()),
            Figures.count(found.templates()),
            Figures.oneIn(found.falseMatchRate())));
    notes.add(
        found.measured()
            ? "Threshold: cosine " + Figures.cosine(found.cosine())
            : "Beyond the measured curve, whose edge is cosine "
                + Figures.cosine(found.cosine())
                + " with "
                + Figures.percent(found.shareAtCosine())
                + " of strangers named: more people show more");
    if (found.fpir() != null) {
      notes.add(
          "Named there in the random galleries: "
              + Figures.percent(found.fpir())
              + " of strangers");
    }
    return new Table("Threshold for a wished share", notes, List.of(), List.of());
  }

  private static Table groups(Groups found) {
    return new Table(
        "Groups, at the same thresholds for all",
        List.of(
            "FMR (of two people of the group) and FNMR at cosine "
                + Figures.cosine(found.verificationCosine())
                + (found.identificationCosine() == null
                    ? ""
                    : ", FPIR and FNIR at " + Figures.cosine(found.identificationCosine()))),
        List.of("group", "people", "failure to enrol", "FMR", "FNMR", "FPIR", "FNIR"),
        found.rates().stream()
            .map(
                group ->
                    List.of(
                        group.group(),
                        Integer.toString(group.people()),
                        Figures.percent(group.failureToEnrol()),
                        Figures.percent(group.falseMatchRate()),
                        Figures.percent(group.falseNonMatchRate()),
                        Figures.percent(group.fpir()),
                        Figures.percent(group.fnir())))
            .toList());
  }

  private static Table lookAlikes(Evaluation found) {
    return new Table(
        "Most similar photos of two people",
        List.of("One person under two names spoils every rate: look whether these are two"),
        List.of("photo", "photo", "cosine"),
        found.lookAlikes().stream()
            .map(pair -> List.of(pair.one(), pair.other(), Figures.cosine(pair.cosine())))
            .toList());
  }
}
