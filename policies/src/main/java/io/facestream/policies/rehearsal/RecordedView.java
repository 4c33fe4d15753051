package io.facestream.policies.rehearsal;

import io.facestream.decision.Contender;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.Match;
import io.facestream.wire.Verdict;
import java.util.List;

/**
 * A view of a face as a verdict has it, which can be judged anew.
 *
 * @param verdictId of the frame
 * @param contenders the best persons, best first; empty where the verdict says of none
 * @param name of the best of them; null where there is none
 * @param templateId that carried the best of them; null where there is none
 * @param templates among which was searched
 */
record RecordedView(
    String verdictId, List<Contender> contenders, String name, String templateId, long templates) {

  /** What the face was judged on, as far as its own verdict says. */
  static RecordedView decidedBy(Face face, Verdict verdict) {
    return of(face, verdict, RecordedFace.decidedBy(face), templatesOfThreshold(face, verdict))
        .asIn(face);
  }

  /** The same view in a frame: what spoke against the best person then speaks against them now. */
  RecordedView asIn(Face face) {
    return new RecordedView(
        verdictId, RecordedFace.spokenAgainst(contenders, face), name, templateId, templates);
  }

  /** What its own search showed, which another view of its track may have decided over. */
  static RecordedView searched(Face face, Verdict verdict) {
    return of(face, verdict, face.candidates(), templatesOf(verdict));
  }

  private static RecordedView of(
      Face face, Verdict verdict, List<Candidate> candidates, long templates) {
    List<Contender> contenders = RecordedFace.contenders(face, candidates);
    if (!candidates.isEmpty()) {
      Candidate best = candidates.get(0);
      return new RecordedView(
          verdict.verdictId(), contenders, best.name(), best.templateId(), templates);
    }
    Match match = face.match();
    return new RecordedView(
        verdict.verdictId(),
        contenders,
        match == null ? null : match.name(),
        match == null ? null : match.templateId(),
        templates);
  }

  /** Those that the threshold was made for, where one was. */
  private static long templatesOfThreshold(Face face, Verdict verdict) {
    return face.threshold() != null && face.threshold().templates() != null
        ? face.threshold().templates()
        : templatesOf(verdict);
  }

  private static long templatesOf(Verdict verdict) {
    return verdict.gallery() == null ? 0 : verdict.gallery().templates();
  }

  boolean saysOfNobody() {
    return contenders.isEmpty();
  }

  /** Cosine to the best person, −1…1. */
  double similarity() {
    return contenders.isEmpty() ? -1 : contenders.get(0).similarity();
  }
}
