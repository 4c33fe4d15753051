package io.facestream.job.verdict;

import io.facestream.decision.Decision;
import io.facestream.decision.SearchScope;
import io.facestream.job.frames.FacePlace;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Match;
import io.facestream.wire.RunnerUp;
import java.util.List;
import java.util.Map;

/** Says of a face what was decided, as the verdict has it. */
final class FaceAnswer {
  private final int shownCandidates;

  /**
   * @param shownCandidates candidates listed for each face that was searched, at least 1
   */
  FaceAnswer(int shownCandidates) {
    this.shownCandidates = shownCandidates;
  }

  Face rejected(FacePlace place) {
    return new Face(
        place.box(),
        place.landmarks(),
        place.score(),
        place.quality(),
        FaceOutcome.REJECTED,
        place.track(),
        null,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        place.rejectionCode(),
        place.rejection());
  }

  /**
   * Of a face that was not rejected.
   *
   * @param found what its own search returned
   * @param basis what it was judged on
   * @param reviewRequired whether somebody must look at a match
   * @param scope who is looked for; nobody is said to be on another watchlist
   */
  Face judged(
      FacePlace place,
      List<TemplateHit> found,
      Basis basis,
      Decision decision,
      boolean reviewRequired,
      SearchScope scope) {
    List<TemplateHit> persons = basis.persons();
    TemplateHit next = persons.size() > 1 ? persons.get(1) : null;
    return new Face(
        place.box(),
        place.landmarks(),
        place.score(),
        place.quality(),
        decision.isMatch() ? FaceOutcome.MATCH : FaceOutcome.UNKNOWN,
        place.track(),
        basis.carriedFrom(),
        decision.isMatch() ? match(persons.get(0), decision, reviewRequired, scope) : null,
        next == null
            ? null
            : new RunnerUp(next.template().personId(), Rounding.similarity(next.similarity())),
        rounded(decision.threshold()),
        found.stream().limit(shownCandidates).map(hit -> candidate(hit, scope)).toList(),
        Map.of(),
        decision.reasonCode(),
        decision.reason());
  }

  private static Match match(
      TemplateHit best, Decision decision, boolean reviewRequired, SearchScope scope) {
    List<String> watchlists = watchlists(best, scope);
    return new Match(
        best.template().personId(),
        best.template().name(),
        best.templateId(),
        firstOf(watchlists),
        watchlists,
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

  private static List<String> watchlists(TemplateHit hit, SearchScope scope) {
    return scope.coveredOf(hit.template().watchlists());
  }

  private static String firstOf(List<String> watchlists) {
    return watchlists.isEmpty() ? null : watchlists.get(0);
  }

  private static Candidate candidate(TemplateHit hit, SearchScope scope) {
    List<String> watchlists = watchlists(hit, scope);
    return new Candidate(
        hit.template().personId(),
        hit.template().name(),
        hit.templateId(),
        firstOf(watchlists),
        watchlists,
        Rounding.similarity(hit.similarity()));
  }
}
