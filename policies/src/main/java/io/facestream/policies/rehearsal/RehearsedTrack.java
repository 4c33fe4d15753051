package io.facestream.policies.rehearsal;

import io.facestream.decision.Contender;
import io.facestream.decision.DecisionRule;
import io.facestream.wire.Confirmation;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the views of a track come to under other policies, as the job counts them: each searched
 * view by itself, and whoever enough of the last ones agree on stays confirmed.
 */
final class RehearsedTrack {
  private static final String NOBODY = "";

  private final boolean whole;
  private final Deque<String> named = new ArrayDeque<>();
  private final Set<String> confirmed = new HashSet<>();
  private RecordedView standing;

  /**
   * A track.
   *
   * @param whole whether its first frame is among those that are read
   */
  RehearsedTrack(boolean whole) {
    this.whole = whole;
  }

  /** Whether all of its views have been counted. */
  boolean isWhole() {
    return whole;
  }

  /** The view that was decided on last; null when none is known. */
  RecordedView standing() {
    return standing;
  }

  /**
   * Takes a view that was searched.
   *
   * @param view what its search showed
   * @param decides whether it was decided on this view
   */
  void take(RecordedView view, boolean decides, DecisionRule rule, String cameraId) {
    if (decides) {
      if (standing != null && view.similarity() < standing.similarity()) {
        // The better view no longer stood: the job took them for two people.
        named.clear();
        confirmed.clear();
      }
      standing = view;
    }
    List<Contender> persons = view.contenders();
    boolean names =
        !persons.isEmpty() && ViewDecision.on(view, rule, cameraId).decision().isMatch();
    named.addLast(names ? persons.get(0).personId() : NOBODY);
    if (named.size() > Confirmation.MOST) {
      named.removeFirst();
    }
    if (!persons.isEmpty()) {
      Contender person = persons.get(0);
      Confirmation needed = rule.confirmationFor(person, cameraId);
      if (viewsNaming(person, needed) >= needed.views()) {
        confirmed.add(person.personId());
      }
    }
  }

  boolean confirms(Contender person) {
    return confirmed.contains(person.personId());
  }

  /** How many of the last views name a person. */
  int viewsNaming(Contender person, Confirmation needed) {
    List<String> last = named.stream().skip(Math.max(0, named.size() - needed.of())).toList();
    return Collections.frequency(last, person.personId());
  }
}
