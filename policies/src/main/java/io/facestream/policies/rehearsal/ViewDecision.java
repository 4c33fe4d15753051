package io.facestream.policies.rehearsal;

import io.facestream.decision.Contender;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.SearchScope;
import io.facestream.wire.ReasonCode;
import java.util.List;

/**
 * What a rule says of a recorded view, among those of its persons who would be in reach.
 *
 * @param decision what it says, as far as it is known
 * @param isKnown false where it depends on people behind those whom the verdict names
 */
record ViewDecision(Decision decision, boolean isKnown) {

  /** Of a view of at least one person. */
  static ViewDecision on(RecordedView view, DecisionRule rule, String cameraId) {
    List<Contender> persons = view.contenders();
    SearchScope scope = rule.reach().scopeOf(cameraId, null);
    List<Contender> inReach =
        persons.stream().filter(person -> scope.reaches(person.watchlists())).toList();
    Contender best = persons.get(0);
    if (!inReach.contains(best)) {
      Decision lost =
          new Decision(
              null, 0, ReasonCode.NO_CANDIDATE, best.personId() + " would be out of reach here");
      return new ViewDecision(lost, false);
    }
    // Whoever is behind the last person of a verdict is no nearer than that one.
    boolean nextIsKnown = inReach.size() > 1 || persons.size() == 1;
    Decision decision = rule.decide(nextIsKnown ? inReach : persons, cameraId, view.templates());
    return new ViewDecision(decision, nextIsKnown || decision.reasonCode() != ReasonCode.TOO_CLOSE);
  }
}
