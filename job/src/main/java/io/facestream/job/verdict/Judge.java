package io.facestream.job.verdict;

import io.facestream.decision.Contender;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.SearchScope;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.tracks.TrackEvidence;
import io.facestream.job.tracks.TrackMemory;
import io.facestream.wire.Confirmation;
import io.facestream.wire.Face;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Recording;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Puts a frame's verdict together: what the decision rule says of each of its faces. */
public final class Judge {
  /** Where there is no second view to compare with. */
  private static final double ANY_FACE = -1;

  private final DecisionRule rule;
  private final Contenders contenders;
  private final FollowedFaces followed;
  private final FaceAnswer answers;
  private final Models models;

  /**
   * A judge.
   *
   * @param sameFace cosine from which two views show the same face, −1…1
   * @param shownCandidates candidates a verdict lists for each face, at least 1
   * @param examples who is known not to be a person; those at the time of a frame count
   */
  public Judge(
      DecisionRule rule,
      double sameFace,
      int shownCandidates,
      Models models,
      KnownExamples examples) {
    this.rule = rule;
    this.contenders = new Contenders(examples);
    this.followed = new FollowedFaces(rule, contenders, sameFace);
    this.answers = new FaceAnswer(shownCandidates);
    this.models = models;
  }

  /** A judge of frames that are looked at by themselves. */
  public static Judge ofSingleFrames(
      DecisionRule rule, int shownCandidates, Models models, KnownExamples examples) {
    return new Judge(rule, ANY_FACE, shownCandidates, models, examples);
  }

  /** The verdict on a frame that is looked at by itself, made now. */
  public Verdict judge(MergedFrame merged) {
    return judge(merged, TrackMemory.NONE);
  }

  /**
   * The verdict, made now.
   *
   * @param tracks what is known of the faces that are followed at the frame's camera; learns what
   *     this frame adds
   */
  public Verdict judge(MergedFrame merged, TrackMemory tracks) {
    return judge(merged, tracks, (frame, face, found, basis, decision) -> {});
  }

  /**
   * The verdict, made now.
   *
   * @param tracks what is known of the faces that are followed at the frame's camera; learns what
   *     this frame adds
   * @param listener hears what is decided of each usable face
   */
  Verdict judge(MergedFrame merged, TrackMemory tracks, JudgedFaces listener) {
    ProbeFrame frame = merged.frame();
    SearchScope scope = rule.reach().scopeOf(frame.cameraId(), frame.frame().scope());
    GalleryView gallery = merged.gallery();
    List<Face> faces = new ArrayList<>(frame.probes().size());
    for (int i = 0; i < frame.probes().size(); i++) {
      Probe probe = frame.probes().get(i);
      if (probe.place().rejection() != null) {
        faces.add(answers.rejected(probe.place()));
        continue;
      }
      // The search has left them out already, unless the policy is younger than its answer.
      List<TemplateHit> found = inReach(merged.persons().get(i).hits(), scope);
      Basis basis = followed.basisOf(probe, found, merged.gallery(), frame, tracks);
      Decision decision = decide(basis, frame);
      gallery = gallery == null ? basis.gallery() : gallery;
      listener.judged(frame, i, found, basis, decision);
      if (isRecorded(decision, basis, frame.cameraId())) {
        faces.add(
            answers.judged(
                probe.place(),
                found,
                basis,
                decision,
                asksForReview(basis, frame.cameraId()),
                scope));
      }
    }
    int unrecorded = frame.probes().size() - faces.size();
    return new Verdict(
        Verdict.SCHEMA,
        frame.frameId(),
        frame.cameraId(),
        frame.frame(),
        Outcome.of(faces),
        faces,
        unrecorded == 0 ? null : unrecorded,
        models,
        gallery,
        new Timings(
            Rounding.toMicros(frame.detectMs()),
            Rounding.toMicros(frame.embedMs()),
            Rounding.toMicros(merged.searchMs()),
            Math.max(0, System.currentTimeMillis() - frame.frame().capturedAt().toEpochMilli())),
        null,
        frame.ignored() == 0 ? null : frame.ignored());
  }

  private static List<TemplateHit> inReach(List<TemplateHit> hits, SearchScope scope) {
    return scope.isAll()
        ? hits
        : hits.stream().filter(hit -> hit.template().isInReach(scope)).toList();
  }

  private Decision decide(Basis basis, ProbeFrame frame) {
    if (basis == Basis.NOTHING) {
      return Decision.notSearchedYet();
    }
    String cameraId = frame.cameraId();
    List<Contender> persons =
        contenders.of(
            basis.persons(), basis.embedding(), frame.frame().capturedAt().toEpochMilli());
    Decision decision = rule.decide(persons, cameraId, basis.templates());
    if (!decision.isMatch() || basis.track() == null) {
      return decision;
    }
    Contender person = persons.get(0);
    Confirmation needed = rule.confirmationFor(person, cameraId);
    TrackEvidence track = basis.track();
    return needed.views() == 1 || track.confirmed().contains(person.personId())
        ? decision
        : decision.unconfirmed(person, track.viewsNaming(person.personId(), needed.of()), needed);
  }

  private boolean isRecorded(Decision decision, Basis basis, String cameraId) {
    return !decision.isMatch()
        || rule.recordingFor(contender(basis.persons().get(0)), cameraId) == Recording.ALL;
  }

  private boolean asksForReview(Basis basis, String cameraId) {
    return !basis.persons().isEmpty()
        && rule.reviewRequiredFor(contender(basis.persons().get(0)), cameraId);
  }

  /** A hit as the decision rule sees it. */
  public static Contender contender(TemplateHit hit) {
    return new Contender(
        hit.template().personId(),
        hit.template().watchlists(),
        hit.template().threshold(),
        hit.similarity());
  }
}
