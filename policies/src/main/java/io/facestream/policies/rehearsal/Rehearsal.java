package io.facestream.policies.rehearsal;

import io.facestream.decision.Contender;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.TopMatch;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Match;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Recording;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges faces anew from what their verdicts say: the similarities of the best persons, and the
 * size of the gallery. By the same rule as the job, so that it comes to what the job would come to;
 * {@link NotKnown} says where a verdict does not say enough.
 *
 * <p>Views that must agree are not counted anew: a face that was confirmed stays confirmed, and one
 * that was not does not become so.
 */
public final class Rehearsal {
  /** Tracks whose deciding view is remembered. */
  private static final int TRACKS = 10_000;

  private final DecisionRule rule;
  private final String embedder;
  private final List<AlertChange> changes = new ArrayList<>();

  /** Of each track, the last view that decided on it. */
  private final Map<String, View> byTrack =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, View> eldest) {
          return size() > TRACKS;
        }
      };

  private long frames;
  private long faces;
  private long alertsBefore;
  private long alertsAfter;
  private long reduced;
  private long carried;
  private long unconfirmed;
  private long unrecorded;
  private long otherModels;

  /** What became of a face that was searched itself. */
  private record View(String verdictId, Optional<Judged> judged) {}

  /** A match under the other policies. */
  private record Judged(
      String personId,
      String name,
      String templateId,
      double similarity,
      AppliedThreshold needed) {}

  /**
   * A rehearsal.
   *
   * @param rule with the other policies
   * @param embedder whose similarities they are about
   */
  public Rehearsal(DecisionRule rule, String embedder) {
    this.rule = rule;
    this.embedder = embedder;
  }

  /** Judges a verdict's faces anew; those of one camera in their order. */
  public void add(Verdict verdict) {
    if (verdict.models() == null || !embedder.equals(verdict.models().embedder())) {
      otherModels += verdict.faces().size();
      return;
    }
    frames++;
    unrecorded += verdict.unrecorded() == null ? 0 : verdict.unrecorded();
    List<Judged> matches = new ArrayList<>();
    Map<Face, Decision> decisions = new LinkedHashMap<>();
    for (Face face : verdict.faces()) {
      judged(face, verdict, decisions).ifPresent(matches::add);
    }
    compare(verdict, TopMatch.of(verdict.faces()), top(matches), decisions);
  }

  private Optional<Judged> judged(Face face, Verdict verdict, Map<Face, Decision> decisions) {
    if (face.outcome() == FaceOutcome.REJECTED) {
      return Optional.empty();
    }
    if (face.reasonCode() == ReasonCode.UNCONFIRMED) {
      unconfirmed++;
      return Optional.empty();
    }
    View decided = face.track() == null ? null : byTrack.get(face.track());
    if (decided != null && decided.verdictId().equals(face.carriedFrom())) {
      return decided.judged();
    }
    List<Contender> contenders = RecordedFace.contenders(face);
    if (contenders.isEmpty()) {
      if (face.carriedFrom() != null) {
        carried++;
      } else if (face.reasonCode() != ReasonCode.NO_CANDIDATE) {
        reduced++;
      }
      return Optional.empty();
    }
    faces++;
    Optional<Judged> judged = judged(face, contenders, verdict, decisions);
    if (face.track() != null && face.carriedFrom() == null) {
      byTrack.put(face.track(), new View(verdict.verdictId(), judged));
    }
    return judged;
  }

  private Optional<Judged> judged(
      Face face, List<Contender> contenders, Verdict verdict, Map<Face, Decision> decisions) {
    Decision decision = rule.decide(contenders, verdict.cameraId(), templates(face, verdict));
    decisions.put(face, decision);
    Contender best = contenders.get(0);
    return decision.isMatch() && rule.recordingFor(best, verdict.cameraId()) == Recording.ALL
        ? Optional.of(judged(face, best, decision.threshold()))
        : Optional.empty();
  }

  private static Judged judged(Face face, Contender best, AppliedThreshold threshold) {
    if (RecordedFace.decidedBy(face).isEmpty()) {
      Match match = face.match();
      return new Judged(
          match.personId(), match.name(), match.templateId(), match.similarity(), threshold);
    }
    Candidate candidate = face.candidates().get(0);
    return new Judged(
        best.personId(), candidate.name(), candidate.templateId(), best.similarity(), threshold);
  }

  /** Those that the threshold was made for, where one was. */
  private static long templates(Face face, Verdict verdict) {
    if (face.threshold() != null && face.threshold().templates() != null) {
      return face.threshold().templates();
    }
    return verdict.gallery() == null ? 0 : verdict.gallery().templates();
  }

  /** As {@link TopMatch} chooses. */
  private static Optional<Judged> top(List<Judged> matches) {
    return matches.stream()
        .max(
            Comparator.comparingDouble(Judged::similarity)
                .thenComparing(Judged::templateId, Comparator.reverseOrder()));
  }

  private void compare(
      Verdict verdict,
      Optional<Face> before,
      Optional<Judged> after,
      Map<Face, Decision> decisions) {
    alertsBefore += before.isPresent() ? 1 : 0;
    alertsAfter += after.isPresent() ? 1 : 0;
    String was = before.map(face -> face.match().personId()).orElse(null);
    String becomes = after.map(Judged::personId).orElse(null);
    if (was != null && !was.equals(becomes)) {
      changes.add(lost(verdict, before.get(), decisions.get(before.get())));
    }
    if (becomes != null && !becomes.equals(was)) {
      changes.add(gained(verdict, after.get()));
    }
  }

  private static AlertChange lost(Verdict verdict, Face face, Decision decision) {
    AppliedThreshold needed = decision == null ? null : decision.threshold();
    return new AlertChange(
        AlertChange.Kind.LOST,
        verdict.verdictId(),
        verdict.cameraId(),
        verdict.frame(),
        face.match().personId(),
        face.match().name(),
        face.match().similarity(),
        needed == null ? null : needed.cosine(),
        needed == null ? null : needed.origin(),
        decision == null ? null : decision.reason());
  }

  private static AlertChange gained(Verdict verdict, Judged match) {
    return new AlertChange(
        AlertChange.Kind.GAINED,
        verdict.verdictId(),
        verdict.cameraId(),
        verdict.frame(),
        match.personId(),
        match.name(),
        match.similarity(),
        match.needed().cosine(),
        match.needed().origin(),
        null);
  }

  /** What would have been otherwise, so far. */
  public RehearsalReport report() {
    return new RehearsalReport(
        frames,
        faces,
        alertsBefore,
        alertsAfter,
        List.copyOf(changes),
        new NotKnown(reduced, carried, unconfirmed, unrecorded, otherModels));
  }
}
