package io.facestream.policies.rehearsal;

import io.facestream.decision.Contender;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.TopMatch;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Confirmation;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Recording;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges faces anew from what their verdicts say: the similarities of the best persons, and the
 * size of the gallery. By the same rule as the job, so that it comes to what the job would come to;
 * {@link NotKnown} says where a verdict does not say enough.
 *
 * <p>Views that must agree are counted anew, track by track. When a view shows somebody else the
 * job begins anew with the track; that shows in a verdict only where the view that stood before
 * resembled somebody more. A face that the other policies ignore where it stands is as if it were
 * not there. A track that comes out of such a zone is taken to be the one that it was: whether the
 * job would have begun another one does not show.
 */
public final class Rehearsal {
  private static final Decision IGNORED =
      new Decision(null, 0, ReasonCode.NO_CANDIDATE, "The face would be ignored where it stands");

  /** Tracks that are remembered. */
  private static final int TRACKS = 10_000;

  private final DecisionRule rule;
  private final String embedder;
  private final Predicate<List<String>> told;
  private final List<AlertChange> changes = new ArrayList<>();

  private final Map<String, RehearsedTrack> tracks =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RehearsedTrack> eldest) {
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
  private long outOfReach;
  private long otherModels;
  private long ignored;

  /** A match under the other policies. */
  private record Judged(
      String personId,
      String name,
      String templateId,
      List<String> watchlists,
      Box box,
      double similarity,
      AppliedThreshold needed) {}

  /**
   * A rehearsal.
   *
   * @param rule with the other policies
   * @param embedder whose similarities they are about
   */
  public Rehearsal(DecisionRule rule, String embedder) {
    this(rule, embedder, watchlists -> true);
  }

  /**
   * The same for somebody who may not know of everybody.
   *
   * @param told by a person's watchlists, whether alerts that name the person are told and counted
   */
  public Rehearsal(DecisionRule rule, String embedder, Predicate<List<String>> told) {
    this.rule = rule;
    this.embedder = embedder;
    this.told = told;
  }

  /** Judges a verdict's faces anew; those of one camera in their order. */
  public void add(Verdict verdict) {
    if (verdict.answersRequest()) {
      return; // Those raise no alerts.
    }
    if (verdict.models() == null || !embedder.equals(verdict.models().embedder())) {
      otherModels += verdict.faces().size();
      return;
    }
    frames++;
    unrecorded += verdict.unrecorded() == null ? 0 : verdict.unrecorded();
    ignored += verdict.ignored() == null ? 0 : verdict.ignored();
    List<Judged> matches = new ArrayList<>();
    Map<Face, Decision> decisions = new LinkedHashMap<>();
    for (Face face : verdict.faces()) {
      if (rule.ignores(verdict.cameraId(), face.box())) {
        decisions.put(face, IGNORED);
      } else {
        judged(face, verdict, decisions).ifPresent(matches::add);
      }
    }
    compare(verdict, TopMatch.of(verdict.faces()), top(matches), decisions);
  }

  private Optional<Judged> judged(Face face, Verdict verdict, Map<Face, Decision> decisions) {
    if (face.outcome() == FaceOutcome.REJECTED) {
      return Optional.empty();
    }
    RehearsedTrack track = follow(face, verdict);
    RecordedView basis = basisOf(face, verdict, track);
    if (basis.saysOfNobody()) {
      noteNotKnown(face);
      return Optional.empty();
    }
    faces++;
    Contender best = basis.contenders().get(0);
    Decision decision = decide(basis, face, track, verdict.cameraId());
    decisions.put(face, decision);
    return decision.isMatch() && rule.recordingFor(best, verdict.cameraId()) == Recording.ALL
        ? Optional.of(
            new Judged(
                best.personId(),
                basis.name(),
                basis.templateId(),
                best.watchlists(),
                face.box(),
                best.similarity(),
                decision.threshold()))
        : Optional.empty();
  }

  /** Tells the face's track of the face; null when it is not followed. */
  private RehearsedTrack follow(Face face, Verdict verdict) {
    if (face.track() == null) {
      return null;
    }
    RehearsedTrack track =
        tracks.computeIfAbsent(
            face.track(), id -> new RehearsedTrack(id.startsWith(verdict.verdictId() + "#")));
    boolean decides = face.carriedFrom() == null;
    RecordedView view =
        decides ? RecordedView.decidedBy(face, verdict) : RecordedView.searched(face, verdict);
    boolean searched =
        decides
            ? !view.saysOfNobody() || face.reasonCode() == ReasonCode.NO_CANDIDATE
            : !face.candidates().isEmpty();
    if (searched) {
      track.take(view, decides, rule, verdict.cameraId());
    }
    return track;
  }

  private static RecordedView basisOf(Face face, Verdict verdict, RehearsedTrack track) {
    RecordedView standing = track == null ? null : track.standing();
    return standing != null && standing.verdictId().equals(face.carriedFrom())
        ? standing
        : RecordedView.decidedBy(face, verdict);
  }

  private void noteNotKnown(Face face) {
    if (face.carriedFrom() != null) {
      carried++;
    } else if (face.reasonCode() != ReasonCode.NO_CANDIDATE && !waitsForItsFirstSearch(face)) {
      reduced++;
    }
  }

  private static boolean waitsForItsFirstSearch(Face face) {
    return face.reasonCode() == ReasonCode.UNCONFIRMED && face.threshold() == null;
  }

  private Decision decide(RecordedView basis, Face face, RehearsedTrack track, String cameraId) {
    ViewDecision view = ViewDecision.on(basis.asIn(face), rule, cameraId);
    outOfReach += view.isKnown() ? 0 : 1;
    Decision decision = view.decision();
    Contender best = basis.contenders().get(0);
    Confirmation needed = rule.confirmationFor(best, cameraId);
    if (!decision.isMatch() || track == null || needed.views() == 1 || track.confirms(best)) {
      return decision;
    }
    Decision waits = decision.unconfirmed(best, track.viewsNaming(best, needed), needed);
    if (track.isWhole()) {
      return waits;
    }
    unconfirmed++;
    return face.match() == null ? waits : decision;
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
    boolean tellsBefore = before.isPresent() && told.test(before.get().match().watchlists());
    boolean tellsAfter = after.isPresent() && told.test(after.get().watchlists());
    alertsBefore += tellsBefore ? 1 : 0;
    alertsAfter += tellsAfter ? 1 : 0;
    String was = before.map(face -> face.match().personId()).orElse(null);
    String becomes = after.map(Judged::personId).orElse(null);
    if (tellsBefore && !was.equals(becomes)) {
      changes.add(lost(verdict, before.get(), decisions.get(before.get())));
    }
    if (tellsAfter && !becomes.equals(was)) {
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
        face.box(),
        face.match().personId(),
        face.match().name(),
        face.match().watchlists(),
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
        match.box(),
        match.personId(),
        match.name(),
        match.watchlists(),
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
        new NotKnown(reduced, carried, unconfirmed, unrecorded, outOfReach, otherModels, ignored));
  }
}
