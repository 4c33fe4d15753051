package io.facestream.job.verdict;

import io.facestream.job.frames.FacePlace;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.RunnerUp;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides for every face of a frame whether its best candidate is a match. */
final class Judge {
  /** The least cosine there is: what a runner-up has who does not exist. */
  private static final double LEAST_SIMILARITY = -1;

  private final JudgeRules rules;
  private final Models models;

  Judge(JudgeRules rules, Models models) {
    this.rules = rules;
    this.models = models;
  }

  Verdict judge(MergedFrame merged) {
    ProbeFrame frame = merged.frame();
    List<Face> faces = new ArrayList<>(frame.probes().size());
    for (int i = 0; i < frame.probes().size(); i++) {
      FacePlace place = frame.probes().get(i).place();
      faces.add(judge(place, merged.persons().get(i).hits(), frame.cameraId()));
    }
    return new Verdict(
        Verdict.SCHEMA,
        frame.frameId(),
        frame.cameraId(),
        frame.frame(),
        outcomeOf(faces, frame),
        faces,
        models,
        merged.gallery(),
        new Timings(
            Rounding.toMicros(frame.detectMs()),
            Rounding.toMicros(frame.embedMs()),
            Rounding.toMicros(merged.searchMs()),
            Math.max(0, System.currentTimeMillis() - frame.frame().capturedAt().toEpochMilli())),
        null);
  }

  private Face judge(FacePlace place, List<TemplateHit> persons, String cameraId) {
    if (place.rejection() != null) {
      return new Face(
          place.box(),
          place.landmarks(),
          place.score(),
          place.quality(),
          FaceOutcome.REJECTED,
          null,
          null,
          List.of(),
          Map.of(),
          place.rejectionCode(),
          place.rejection());
    }
    if (persons.isEmpty()) {
      return face(
          place,
          null,
          null,
          List.of(),
          ReasonCode.NO_CANDIDATE,
          "nobody in the gallery resembles this face");
    }
    TemplateHit best = persons.get(0);
    TemplateHit next = persons.size() > 1 ? persons.get(1) : null;
    double threshold =
        rules.thresholdFor(best.template().threshold(), best.template().watchlists(), cameraId);
    double margin = best.similarity() - (next == null ? LEAST_SIMILARITY : next.similarity());
    RunnerUp runnerUp =
        next == null
            ? null
            : new RunnerUp(next.template().personId(), Rounding.similarity(next.similarity()));
    List<Candidate> candidates =
        persons.stream().limit(rules.shownCandidates()).map(Judge::candidate).toList();
    if (best.similarity() < threshold) {
      String reason =
          String.format(
              Locale.ROOT,
              "below threshold: %s at %.3f, %.3f needed",
              best.template().personId(),
              best.similarity(),
              threshold);
      return face(place, null, runnerUp, candidates, ReasonCode.BELOW_THRESHOLD, reason);
    }
    if (margin < rules.margin()) {
      String reason =
          String.format(
              Locale.ROOT,
              "too close to call: %s only %.3f ahead of %s, %.3f needed",
              best.template().personId(),
              margin,
              next.template().personId(),
              rules.margin());
      return face(place, null, runnerUp, candidates, ReasonCode.TOO_CLOSE, reason);
    }
    Match match =
        new Match(
            best.template().personId(),
            best.template().name(),
            best.templateId(),
            best.template().watchlist(),
            best.template().watchlists(),
            Rounding.similarity(best.similarity()),
            Rounding.similarity(threshold),
            Rounding.similarity(margin));
    return face(place, match, runnerUp, candidates, null, null);
  }

  /** A face that was searched. */
  private static Face face(
      FacePlace place,
      Match match,
      RunnerUp runnerUp,
      List<Candidate> candidates,
      ReasonCode code,
      String reason) {
    return new Face(
        place.box(),
        place.landmarks(),
        place.score(),
        place.quality(),
        match == null ? FaceOutcome.UNKNOWN : FaceOutcome.MATCH,
        match,
        runnerUp,
        new ArrayList<>(candidates),
        Map.of(),
        code,
        reason);
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

  private static Outcome outcomeOf(List<Face> faces, ProbeFrame frame) {
    if (faces.isEmpty()) {
      return Outcome.NO_FACE;
    }
    if (faces.stream().anyMatch(face -> face.match() != null)) {
      return Outcome.MATCH;
    }
    return frame.needsSearch() ? Outcome.UNKNOWN : Outcome.REJECTED;
  }
}
