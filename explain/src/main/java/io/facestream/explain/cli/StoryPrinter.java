package io.facestream.explain.cli;

import io.facestream.explain.change.Change;
import io.facestream.explain.change.Figures;
import io.facestream.explain.story.FaceStory;
import io.facestream.explain.story.FaceStory.GateMeasure;
import io.facestream.explain.story.FaceStory.Nearest;
import io.facestream.explain.story.FaceStory.NotSearched;
import io.facestream.explain.story.FaceStory.NotSearched.Why;
import io.facestream.explain.story.Story;
import io.facestream.explain.story.Then;
import io.facestream.explain.story.Thresholds;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a story for people. */
final class StoryPrinter {
  private static final int NAME_CHARS = 100;

  private final PrintWriter out;

  StoryPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(Story story) {
    line(
        "%s: %d×%d px, %s, by pack %s (%s, %s)",
        Printable.of(story.picture(), NAME_CHARS),
        story.width(),
        story.height(),
        story.faces().size() == 1 ? "1 face" : story.faces().size() + " faces",
        story.models().pack(),
        story.models().detector(),
        story.models().embedder());
    line(
        "Gallery '%s': %s of %,d people%s%s",
        story.gallery().topic(),
        Figures.templates(story.gallery().templates()),
        story.gallery().people(),
        story.cameraId().isEmpty()
            ? ""
            : "; thresholds as at camera " + Printable.of(story.cameraId(), NAME_CHARS),
        story.gallery().inReach() == story.gallery().templates()
            ? ""
            : ", where " + Figures.templates(story.gallery().inReach()) + " are in reach");
    story.faces().forEach(this::face);
    if (story.faces().isEmpty()) {
      line("No face was found.");
    }
    if (!story.otherwise().isEmpty()) {
      line("");
      line("A face could be compared with");
      story.otherwise().forEach(this::item);
    }
    if (story.then() != null) {
      then(story.then());
    }
    out.flush();
  }

  private void face(FaceStory face) {
    Face answer = face.answer();
    List<Integer> at = face.pixels();
    line("");
    line(
        "Face %d: %d×%d px at %d,%d; detector %.2f, quality %.2f",
        face.number(),
        at.get(2),
        at.get(3),
        at.get(0),
        at.get(1),
        answer.score(),
        answer.quality());
    line("  %s%s", answer(face), keptOut(face));
    gate(face.gate());
    face.notSearched().forEach(this::notSearched);
    nearest(face.nearest());
    changes(face);
  }

  private static String keptOut(FaceStory face) {
    if (face.ignored()) {
      return "; the job passes it over: it stands in a zone that a policy says to ignore";
    }
    return face.recorded() ? "" : "; a policy keeps it out of the verdict";
  }

  private static String answer(FaceStory face) {
    Face answer = face.answer();
    return switch (answer.outcome()) {
      case MATCH ->
          String.format(
              Locale.ROOT,
              "Match: %s (%s) by photo %s at %s, %s needed",
              Printable.of(answer.match().name(), NAME_CHARS),
              Printable.of(answer.match().personId(), NAME_CHARS),
              Printable.of(answer.match().templateId(), NAME_CHARS),
              Figures.cosine(answer.match().similarity()),
              Figures.cosine(answer.match().threshold()));
      case UNKNOWN -> "Unknown: " + Printable.of(answer.reason());
      case REJECTED -> "Not compared: " + Printable.of(answer.reason());
    };
  }

  private void gate(List<GateMeasure> gate) {
    Columns table = new Columns("  Quality gate", "MEASURED", "NEEDED", "");
    for (GateMeasure measure : gate) {
      table.row(
          "    " + measure.measure(),
          GateText.value(measure, measure.value()),
          GateText.needed(measure),
          measure.passes() ? "" : "not enough");
    }
    table.print(out);
  }

  private void notSearched(NotSearched person) {
    line(
        "  %s: %s (%s) by photo %s at %s, %s",
        person.why() == Why.SCOPE ? "Out of reach here" : "Out of date",
        Printable.of(person.name(), NAME_CHARS),
        Printable.of(person.personId(), NAME_CHARS),
        Printable.of(person.templateId(), NAME_CHARS),
        Figures.cosine(person.similarity()),
        person.why() == Why.SCOPE ? lists(person) : validity(person));
  }

  private static String lists(NotSearched person) {
    return person.watchlists().stream()
        .map(list -> "watchlist/" + Printable.of(list, NAME_CHARS))
        .collect(Collectors.joining(", ", "on ", ", whose cameras are others"));
  }

  private static String validity(NotSearched person) {
    return "valid"
        + (person.validFrom() == null ? "" : " from " + person.validFrom())
        + (person.validUntil() == null ? "" : " until " + person.validUntil());
  }

  private void nearest(List<Nearest> persons) {
    if (persons.isEmpty()) {
      return;
    }
    Columns table = new Columns("  Nearest", "PHOTO", "OF", "SIMILARITY", "AHEAD", "NEEDED", "BY");
    Set<AppliedThreshold> thresholds = new LinkedHashSet<>();
    for (Nearest person : persons) {
      table.row(
          "    " + person.name(),
          person.templateId(),
          String.valueOf(person.photos()),
          Figures.cosine(person.similarity()),
          person.ahead() == null ? "" : Figures.cosine(person.ahead()),
          Figures.cosine(person.threshold().cosine()),
          person.threshold().origin());
      thresholds.add(person.threshold());
    }
    table.print(out);
    for (AppliedThreshold threshold : thresholds) {
      line(
          "  %s is needed by %s",
          Figures.cosine(threshold.cosine()), Printable.of(Thresholds.origin(threshold)));
    }
  }

  private void changes(FaceStory face) {
    if (face.changes().isEmpty()) {
      return;
    }
    line("  Another answer with");
    for (Change change : face.changes()) {
      item(
          change.assignment() == null
              ? change.text()
              : change.text() + ": facestream policy set " + ShellWord.quoted(change.assignment()));
    }
  }

  private void then(Then then) {
    line("");
    line(
        "The job said then: %s%s",
        said(then),
        then.same() ? "; the answer would be the same now" : "; the answer would be another now");
    then.differences().forEach(this::item);
  }

  private static String said(Then then) {
    return then.verdict().outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void item(String text) {
    line("    - %s", Printable.of(text));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
