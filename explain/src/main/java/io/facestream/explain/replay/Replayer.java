package io.facestream.explain.replay;

import io.facestream.client.frames.StoredFrame;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Reach;
import io.facestream.explain.gallery.PastGallery;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.verdict.Judge;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.job.verdict.ReduceVerdict;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Json;
import io.facestream.wire.Models;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a verdict once more, by the job's own search and judge. */
public final class Replayer {
  /** A verdict is never reduced in more steps. */
  private static final int MOST_STEPS = 64;

  private final DecisionRule rule;
  private final Reach reach;
  private final double sameFace;
  private final SearchSettings search;
  private final int shownCandidates;
  private final Models models;

  /**
   * A replayer.
   *
   * @param rule by the policies that applied
   * @param sameFace cosine from which two views show the same face, −1…1
   * @param search as the job searched
   * @param shownCandidates as the job listed
   */
  public Replayer(
      DecisionRule rule,
      double sameFace,
      SearchSettings search,
      int shownCandidates,
      Models models) {
    this.rule = rule;
    this.reach = rule.reach();
    this.sameFace = sameFace;
    this.search = search;
    this.shownCandidates = shownCandidates;
    this.models = models;
  }

  /**
   * A frame's picture without the faces that are ignored where they stand, as the job judged it.
   *
   * @param then the verdict on it
   */
  SeenPicture judgedOf(Verdict then, SeenPicture seen) {
    return then.answersRequest()
        ? seen
        : seen.keeping(face -> !rule.ignores(then.cameraId(), face.probe().place().box()));
  }

  /**
   * Replays.
   *
   * @param whole the frame's picture
   * @param pastOrNull the gallery then; null when the verdict was searched in none
   * @param deciding views of other frames that decided on its faces
   * @param notHeld what the topics no longer hold beside the gallery's, one line each
   */
  public Replay replay(
      VerdictAndFrame found,
      SeenPicture whole,
      PastGallery pastOrNull,
      DecidingViews deciding,
      List<String> notHeld) {
    Verdict then = found.verdict().verdict();
    List<String> notes = new ArrayList<>();
    SeenPicture seen = judgedOf(then, whole);
    int ignored = whole.faces().size() - seen.faces().size();
    ProbeFrame probes =
        frame(then, found.frame(), seen, deciding.followed(then, seen.probes())).ignoring(ignored);
    KnownExamples examples =
        pastOrNull == null ? new KnownExamples() : pastOrNull.gallery().examples();
    Judge judge = new Judge(rule, sameFace, shownCandidates, models, examples);
    Verdict judged = judge.judge(searched(probes, pastOrNull), deciding);
    Verdict now = reducedAs(then, new TrackedFaces(then, deciding, notes).added(judged));
    CanonicalVerdict before = CanonicalVerdict.of(found.verdict().json());
    CanonicalVerdict after = CanonicalVerdict.of(Json.toBytes(now));
    Optional<Difference> difference = Difference.first(before, after);
    List<String> missing = new ArrayList<>(notHeld);
    if (ignored != (then.ignored() == null ? 0 : then.ignored())) {
      missing.add("The policies topic no longer holds the zones in which faces were ignored then");
    }
    if (pastOrNull != null && pastOrNull.aboutMissing(probes.scope()) != null) {
      missing.add(pastOrNull.aboutMissing(probes.scope()));
    }
    return new Replay(
        then.verdictId(),
        before.text().equals(after.text()),
        difference.orElse(null),
        missing,
        notes,
        before.text(),
        after.text());
  }

  /**
   * What the faces of a frame resemble, each searched by itself.
   *
   * @param then the verdict on it
   * @param past the gallery that it was searched in
   */
  MergedFrame search(Verdict then, StoredFrame frame, SeenPicture seen, PastGallery past) {
    return searched(frame(then, frame, seen, seen.probes()), past);
  }

  private ProbeFrame frame(Verdict then, StoredFrame frame, SeenPicture seen, List<Probe> probes) {
    return new ProbeFrame(
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
                then.frame().request(),
                then.frame().scope()),
            probes,
            0,
            0)
        .without(reach.outOfScopeAt(then.cameraId()));
  }

  private MergedFrame searched(ProbeFrame probes, PastGallery pastOrNull) {
    return pastOrNull == null
        ? MergedFrame.withoutSearch(probes)
        : pastOrNull.gallery().search(probes, search, pastOrNull.said().templates());
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
