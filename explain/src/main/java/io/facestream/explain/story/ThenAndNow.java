package io.facestream.explain.story;

import io.facestream.explain.change.Figures;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Match;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Compares what the job said of a frame with what it would say now. */
public final class ThenAndNow {
  private static final int NAME_CHARS = 60;

  private ThenAndNow() {}

  /** What the job said, and what has changed since. */
  public static Then compare(Verdict then, Story now) {
    List<String> differences = new ArrayList<>();
    boolean same = true;
    if (!then.models().equals(now.models())) {
      differences.add("models: then " + text(then) + ", now " + text(now));
    }
    gallery(then.gallery(), now.gallery(), differences);
    List<FaceStory> recorded = now.faces().stream().filter(FaceStory::inVerdict).toList();
    if (then.faces().size() != recorded.size()) {
      same = false;
      differences.add(
          String.format(
              Locale.ROOT,
              "faces: then %d, now %d; other models, options of detection or policies of what is recorded or ignored%s",
              then.faces().size(),
              recorded.size(),
              then.reduced() == null ? "" : " (the verdict was reduced: " + then.reduced() + ")"));
    } else {
      for (int i = 0; i < then.faces().size(); i++) {
        same &= face(then.faces().get(i), recorded.get(i), differences);
      }
    }
    return new Then(then, same, differences);
  }

  private static String text(Verdict then) {
    return then.models().pack() + " (" + then.models().embedder() + ")";
  }

  private static String text(Story now) {
    return now.models().pack() + " (" + now.models().embedder() + ")";
  }

  private static void gallery(GalleryView then, Story.Searched now, List<String> differences) {
    if (then == null) {
      return; // nothing was searched
    }
    Map<Integer, Long> moved = new TreeMap<>(now.offsets());
    moved.entrySet().removeAll(then.offsets().entrySet());
    if (moved.isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    moved.forEach(
        (partition, offset) ->
            parts.add(
                String.format(
                    Locale.ROOT,
                    "partition %d %s to offset %d",
                    partition,
                    then.offsets().containsKey(partition)
                        ? "from offset " + then.offsets().get(partition)
                        : "from its beginning",
                    offset)));
    differences.add(
        String.format(
            Locale.ROOT,
            "the gallery was written to since (%s): %,d templates then, %,d now",
            String.join(", ", parts),
            then.templates(),
            now.inReach()));
  }

  /** Whether the answer for a face is the same. */
  private static boolean face(Face then, FaceStory story, List<String> differences) {
    Face now = story.answer();
    boolean same =
        then.outcome() == now.outcome()
            && then.reasonCode() == now.reasonCode()
            && Objects.equals(personOf(then.match()), personOf(now.match()));
    String whose = "face " + story.number() + ": ";
    if (!same) {
      differences.add(whose + "then " + answer(then) + ", now " + answer(now));
      if (then.track() != null) {
        differences.add(
            whose
                + "of track "
                + Printable.of(then.track())
                + ", whose other views counted for the job; here the picture is judged by itself");
      }
    }
    if (then.carriedFrom() != null) {
      differences.add(
          whose
              + "the job did not search it then; its track's answer came from verdict "
              + Printable.of(then.carriedFrom()));
      return same;
    }
    threshold(whose, then.threshold(), now.threshold(), differences);
    nearest(whose, bestOf(then), bestOf(now), differences);
    return same;
  }

  private static void threshold(
      String whose, AppliedThreshold then, AppliedThreshold now, List<String> differences) {
    if (then != null && now != null && then.cosine() != now.cosine()) {
      differences.add(
          String.format(
              Locale.ROOT,
              "%sthen %s had to be reached (%s), now %s (%s)",
              whose,
              Figures.cosine(then.cosine()),
              Printable.of(Thresholds.origin(then)),
              Figures.cosine(now.cosine()),
              Printable.of(Thresholds.origin(now))));
    }
  }

  private static void nearest(
      String whose, Candidate then, Candidate now, List<String> differences) {
    if (then != null && now != null && !then.templateId().equals(now.templateId())) {
      differences.add(
          String.format(
              Locale.ROOT,
              "%sthen photo %s was the nearest at %s, now %s at %s",
              whose,
              Printable.of(then.templateId()),
              Figures.cosine(then.similarity()),
              Printable.of(now.templateId()),
              Figures.cosine(now.similarity())));
    }
  }

  private static Candidate bestOf(Face face) {
    return face.candidates().isEmpty() ? null : face.candidates().get(0);
  }

  private static String personOf(Match match) {
    return match == null ? null : match.personId();
  }

  /** In a few words. */
  public static String answer(Face face) {
    if (face.match() != null) {
      return Printable.of(face.match().name(), NAME_CHARS)
          + " at "
          + Figures.cosine(face.match().similarity());
    }
    String outcome =
        face.outcome() == null ? "no match" : face.outcome().name().toLowerCase(Locale.ROOT);
    return outcome + " (" + Printable.of(face.reason()) + ")";
  }
}
