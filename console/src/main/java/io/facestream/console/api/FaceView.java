package io.facestream.console.api;

import io.facestream.wire.AnalysedFace;
import io.facestream.wire.Box;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Match;
import io.facestream.wire.Point;
import io.facestream.wire.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A face of a picture that was handed in.
 *
 * @param index largest first
 * @param landmarks each as x and y, relative to the picture
 * @param match null when nobody was recognised
 * @param candidates who is nearest, best first
 * @param token to enrol it with; null unless it is unknown
 * @param analyses what analysers said; null when none was asked
 */
record FaceView(
    int index,
    Box box,
    List<List<Double>> landmarks,
    double score,
    double quality,
    FaceOutcome outcome,
    ReasonCode reasonCode,
    String reason,
    MatchView match,
    List<CandidateView> candidates,
    String token,
    List<AnalysisView> analyses) {

  record MatchView(
      String personId,
      String name,
      List<String> watchlists,
      double similarity,
      double threshold,
      double margin,
      Boolean reviewRequired,
      String photo) {
    static MatchView of(Match match) {
      return match == null
          ? null
          : new MatchView(
              match.personId(),
              match.name(),
              match.watchlists(),
              match.similarity(),
              match.threshold(),
              match.margin(),
              match.reviewRequired(),
              match.templateId());
    }
  }

  record CandidateView(String personId, String name, double similarity) {
    static CandidateView of(Candidate candidate) {
      return new CandidateView(candidate.personId(), candidate.name(), candidate.similarity());
    }
  }

  static FaceView of(int index, Face face, int mostCandidates, String token) {
    return new FaceView(
        index,
        face.box(),
        points(face.landmarks()),
        face.score(),
        face.quality(),
        face.outcome(),
        face.reasonCode(),
        face.reason(),
        MatchView.of(face.match()),
        face.candidates() == null
            ? null
            : face.candidates().stream().limit(mostCandidates).map(CandidateView::of).toList(),
        token,
        null);
  }

  /** Where it is, without who it is. */
  FaceView withoutMatch() {
    return new FaceView(
        index, box, landmarks, score, quality, null, null, null, null, null, null, null);
  }

  /** With what analysers said of it. */
  FaceView with(List<AnalysisView> said) {
    return new FaceView(
        index,
        box,
        landmarks,
        score,
        quality,
        outcome,
        reasonCode,
        reason,
        match,
        candidates,
        token,
        said);
  }

  /** What detection found, before anybody is looked for. */
  static List<FaceView> found(List<AnalysedFace> faces) {
    List<FaceView> views = new ArrayList<>();
    for (AnalysedFace face : faces) {
      views.add(
          new FaceView(
              views.size(),
              face.box(),
              points(face.landmarks()),
              face.score(),
              face.quality(),
              null,
              null,
              null,
              null,
              null,
              null,
              null));
    }
    return views;
  }

  private static List<List<Double>> points(List<Point> landmarks) {
    return landmarks.stream().map(point -> List.of(point.x(), point.y())).toList();
  }
}
