package io.facestream.job.verdict;

import io.facestream.decision.Contender;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import io.facestream.job.frames.FacePlace;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Recording;
import io.facestream.wire.RunnerUp;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a frame's verdict together: what the decision rule says of each of its faces. */
public final class Judge {
  private final DecisionRule rule;
  private final int shownCandidates;
  private final Models models;

  /**
   * A judge.
   *
   * @param shownCandidates candidates a verdict lists for each face, at least 1
   */
  public Judge(DecisionRule rule, int shownCandidates, Models models) {
    this.rule = rule;
    this.shownCandidates = shownCandidates;
    this.models = models;
  }

  /** The verdict, made now. */
  public Verdict judge(MergedFrame merged) {
    ProbeFrame frame = merged.frame();
    long templates = merged.gallery() == null ? 0 : merged.gallery().templates();
    List<Face> faces = new ArrayList<>(frame.probes().size());
    for (int i = 0; i < frame.probes().size(); i++) {
      FacePlace place = frame.probes().get(i).place();
      List<TemplateHit> persons = merged.persons().get(i).hits();
      Face face = judge(place, persons, frame.cameraId(), templates);
      if (face.match() == null || isRecorded(persons.get(0), frame.cameraId())) {
        faces.add(face);
      }
    }
    int unrecorded = frame.probes().size() - faces.size();
    return new Verdict(
        Verdict.SCHEMA,
        frame.frameId(),
        frame.cameraId(),
        frame.frame(),
        outcomeOf(faces),
        faces,
        unrecorded == 0 ? null : unrecorded,
        models,
        merged.gallery(),
        new Timings(
            Rounding.toMicros(frame.detectMs()),
            Rounding.toMicros(frame.embedMs()),
            Rounding.toMicros(merged.searchMs()),
            Math.max(0, System.currentTimeMillis() - frame.frame().capturedAt().toEpochMilli())),
        null);
  }

  private Face judge(FacePlace place, List<TemplateHit> persons, String cameraId, long templates) {
    if (place.rejection() != null) {
      return new Face(
          place.box(),
          place.landmarks(),
          place.score(),
          place.quality(),
          FaceOutcome.REJECTED,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          Map.of(),
          place.rejectionCode(),
          place.rejection());
    }
    List<Contender> contenders = persons.stream().map(Judge::contender).toList();
    Decision decision = rule.decide(contenders, cameraId, templates);
    TemplateHit next = persons.size() > 1 ? persons.get(1) : null;
    return new Face(
        place.box(),
        place.landmarks(),
        place.score(),
        place.quality(),
        decision.isMatch() ? FaceOutcome.MATCH : FaceOutcome.UNKNOWN,
        null,
        null,
        decision.isMatch()
            ? match(persons.get(0), decision, rule.reviewRequiredFor(contenders.get(0), cameraId))
            : null,
        next == null
            ? null
            : new RunnerUp(next.template().personId(), Rounding.similarity(next.similarity())),
        rounded(decision.threshold()),
        persons.stream().limit(shownCandidates).map(Judge::candidate).toList(),
        Map.of(),
        decision.reasonCode(),
        decision.reason());
  }

  /** A hit as the decision rule sees it. */
  public static Contender contender(TemplateHit hit) {
    return new Contender(
        hit.template().personId(),
        hit.template().watchlists(),
        hit.template().threshold(),
        hit.similarity());
  }

  private static Match match(TemplateHit best, Decision decision, boolean reviewRequired) {
    return new Match(
        best.template().personId(),
        best.template().name(),
        best.templateId(),
        best.template().watchlist(),
        best.template().watchlists(),
        Rounding.similarity(best.similarity()),
        Rounding.similarity(decision.threshold().cosine()),
        Rounding.similarity(decision.margin()),
        reviewRequired ? true : null);
  }

  private static AppliedThreshold rounded(AppliedThreshold exact) {
    return exact == null
        ? null
        : new AppliedThreshold(
            Rounding.similarity(exact.cosine()),
            exact.origin(),
            exact.falseAlerts(),
            exact.templates(),
            exact.beyondCurve(),
            exact.policyVersion());
  }

  private static Candidate candidate(TemplateHit hit) {
    return new Candidate(
        hit.template().personId(),
        hit.template().name(),
        hit.templateId(),
        hit.template().watchlist(),
        hit.template().watchlists(),
        Rounding.similarity(hit.similarity()));
  }

  private boolean isRecorded(TemplateHit recognised, String cameraId) {
    return rule.recordingFor(contender(recognised), cameraId) == Recording.ALL;
  }

  private static Outcome outcomeOf(List<Face> faces) {
    if (faces.isEmpty()) {
      return Outcome.NO_FACE;
    }
    if (faces.stream().anyMatch(face -> face.match() != null)) {
      return Outcome.MATCH;
    }
    return faces.stream().anyMatch(face -> face.outcome() == FaceOutcome.UNKNOWN)
        ? Outcome.UNKNOWN
        : Outcome.REJECTED;
  }
}
