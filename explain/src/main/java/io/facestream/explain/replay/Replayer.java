package io.facestream.explain.replay;

import io.facestream.client.frames.StoredFrame;
import io.facestream.decision.DecisionRule;
import io.facestream.explain.gallery.PastGallery;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.verdict.Judge;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.job.verdict.ReduceVerdict;
import io.facestream.wire.Face;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Json;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a verdict once more, by the job's own search and judge. */
public final class Replayer {
  /** A verdict is never reduced in more steps. */
  private static final int MOST_STEPS = 64;

  private final SearchSettings search;
  private final Judge judge;

  /**
   * A replayer.
   *
   * @param rule by the policies that applied
   * @param search as the job searched
   * @param shownCandidates as the job listed
   */
  public Replayer(DecisionRule rule, SearchSettings search, int shownCandidates, Models models) {
    this.search = search;
    this.judge = Judge.ofSingleFrames(rule, shownCandidates, models);
  }

  /**
   * Replays.
   *
   * @param seen the frame's picture
   * @param pastOrNull the gallery then; null when the verdict was searched in none
   */
  public Replay replay(VerdictAndFrame found, SeenPicture seen, PastGallery pastOrNull) {
    Verdict then = found.verdict().verdict();
    List<String> notes = new ArrayList<>();
    Verdict judged = judge.judge(searched(then, found.frame(), seen, pastOrNull));
    Verdict now = reducedAs(then, carriedAs(then, judged, notes));
    CanonicalVerdict before = CanonicalVerdict.of(found.verdict().json());
    CanonicalVerdict after = CanonicalVerdict.of(Json.toBytes(now));
    Optional<Difference> difference = Difference.first(before, after);
    String missing = pastOrNull == null ? null : pastOrNull.aboutMissing();
    return new Replay(
        then.verdictId(),
        before.text().equals(after.text()),
        difference.orElse(null),
        missing == null ? List.of() : List.of(missing),
        notes,
        before.text(),
        after.text());
  }

  private MergedFrame searched(
      Verdict then, StoredFrame frame, SeenPicture seen, PastGallery pastOrNull) {
    ProbeFrame probes =
        new ProbeFrame(
            then.verdictId(),
            ProbeFrame.UNNUMBERED,
            then.cameraId(),
            new FrameRef(
                then.frame().partition(),
                then.frame().offset(),
                then.frame().sequence(),
                frame.capturedAt(),
                seen.width(),
                seen.height(),
                then.frame().request()),
            seen.probes(),
            0,
            0);
    return pastOrNull == null
        ? MergedFrame.withoutSearch(probes)
        : pastOrNull.gallery().search(probes, search, pastOrNull.said().templates());
  }

  /** With what a face has from the frames before it, which one frame cannot tell. */
  private static Verdict carriedAs(Verdict then, Verdict now, List<String> notes) {
    if (then.reduced() != null || then.faces().size() != now.faces().size()) {
      return now;
    }
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < now.faces().size(); i++) {
      Face before = then.faces().get(i);
      Face face = now.faces().get(i);
      if (before.carriedFrom() != null) {
        notes.add(
            String.format(
                Locale.ROOT,
                "Face %d was not searched: it has the identity of its track, which verdict %s"
                    + " decided; replay that one",
                i + 1,
                Printable.of(before.carriedFrom())));
        faces.add(identityOf(before, face));
      } else {
        if (before.track() != null && before.outcome() != face.outcome()) {
          notes.add(
              String.format(
                  Locale.ROOT,
                  "Face %d is of track %s, whose other views counted for the job; here the frame is"
                      + " judged by itself",
                  i + 1,
                  Printable.of(before.track())));
        }
        faces.add(before.track() == null ? face : inTrack(before.track(), face));
      }
    }
    return with(now, faces, outcomeOf(faces, now.outcome()));
  }

  private static Face identityOf(Face before, Face face) {
    return new Face(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        before.outcome(),
        before.track(),
        before.carriedFrom(),
        before.match(),
        before.runnerUp(),
        before.threshold(),
        before.candidates(),
        before.attributes(),
        before.reasonCode(),
        before.reason());
  }

  private static Face inTrack(String track, Face face) {
    return new Face(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        face.outcome(),
        track,
        null,
        face.match(),
        face.runnerUp(),
        face.threshold(),
        face.candidates(),
        face.attributes(),
        face.reasonCode(),
        face.reason());
  }

  private static Outcome outcomeOf(List<Face> faces, Outcome otherwise) {
    return faces.stream().anyMatch(face -> face.match() != null) ? Outcome.MATCH : otherwise;
  }

  private static Verdict with(Verdict verdict, List<Face> faces, Outcome outcome) {
    return new Verdict(
        verdict.schema(),
        verdict.verdictId(),
        verdict.cameraId(),
        verdict.frame(),
        outcome,
        faces,
        verdict.unrecorded(),
        verdict.models(),
        verdict.gallery(),
        verdict.timings(),
        verdict.reduced());
  }

  /** Shortened as the job did, when the topic took no larger record. */
  private static Verdict reducedAs(Verdict then, Verdict now) {
    if (then.reduced() == null) {
      return now;
    }
    ReduceVerdict reduction = new ReduceVerdict();
    for (int step = 1; step <= MOST_STEPS; step++) {
      Verdict smaller = reduction.smaller(now, step);
      if (smaller == null) {
        break;
      }
      if (then.reduced().equals(smaller.reduced())) {
        return smaller;
      }
    }
    return now;
  }
}
