package io.facestream.faults.invariant;

import io.facestream.faults.invariant.Answers.Answer;
import io.facestream.faults.invariant.Frames.Frame;
import io.facestream.wire.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must hold after every fault: each frame has exactly one verdict, however often it was
 * written, and it is the one of an undisturbed run; or it is a dead letter, if it is bad. Each
 * match has its alert, and there is no other. Each camera's frames are answered in order.
 */
public final class Invariant {
  private static final int SHOWN = 10;

  private final Reference reference;
  private final VisitorHistory visitor;
  private final Function<Frame, Due> due;
  private final List<String> broken = new ArrayList<>();

  /**
   * @param visitor who was enrolled when
   * @param due what must become of each frame
   */
  public Invariant(Reference reference, VisitorHistory visitor, Function<Frame, Due> due) {
    this.reference = reference;
    this.visitor = visitor;
    this.due = due;
  }

  /** Throws with what is broken. */
  public void check(Map<String, Frame> frames, AnswerSet answers) {
    frames.values().forEach(frame -> checkFrame(frame, answers));
    checkNothingInvented(frames.keySet(), answers);
    answers.outOfOrder().forEach(id -> broken.add(id + " was answered behind a later frame"));
    if (!broken.isEmpty()) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%d of %d frames: %s",
              broken.size(),
              frames.size(),
              broken.stream().limit(SHOWN).collect(Collectors.joining("\n  ", "\n  ", ""))));
    }
    long repeats =
        answers.verdicts().values().stream().mapToLong(verdicts -> verdicts.size() - 1L).sum();
    System.out.printf(
        Locale.ROOT,
        "   %,d frames: %,d verdicts (and %,d repeats), %,d alerts, %,d dead letters%n",
        frames.size(),
        answers.verdicts().size(),
        repeats,
        answers.alerts().size(),
        answers.deadLetters().size());
  }

  private void checkFrame(Frame frame, AnswerSet answers) {
    List<Answer> verdicts = answers.verdicts().getOrDefault(frame.id(), List.of());
    boolean dead = answers.deadLetters().containsKey(frame.place());
    Due fate = due.apply(frame);
    if (fate == Due.EITHER) {
      require(dead != !verdicts.isEmpty(), frame, "has verdict and dead letter, or none of them");
      return;
    }
    if (fate == Due.REFUSED) {
      require(dead, frame, "is bad and no dead letter");
      require(verdicts.isEmpty(), frame, "is bad and has a verdict");
      return;
    }
    require(!dead, frame, "is a dead letter: " + answers.deadLetters().get(frame.place()));
    require(!verdicts.isEmpty(), frame, "has no verdict");
    for (Answer verdict : verdicts) {
      require(
          isAllowed(frame, verdict), frame, "has an unexpected verdict: " + difference(verdict));
    }
    checkAlerts(frame, verdicts, answers.alerts().getOrDefault(frame.id(), List.of()));
  }

  /** With one allowed state this also says that all repeats are identical. */
  private boolean isAllowed(Frame frame, Answer verdict) {
    for (boolean enrolled : new boolean[] {true, false}) {
      if (visitor.allows(enrolled, frame.capturedAtMillis())
          && verdict.essence().equals(reference.expected(frame.sequence(), enrolled))) {
        return true;
      }
    }
    return false;
  }

  private String difference(Answer verdict) {
    return String.format(
        Locale.ROOT,
        "%s instead of %s, or %s without the visitor",
        verdict.essence(),
        reference.expected(verdict.sequence(), true),
        reference.expected(verdict.sequence(), false));
  }

  private void checkAlerts(Frame frame, List<Answer> verdicts, List<Alert> alerts) {
    boolean handedIn = verdicts.stream().anyMatch(Answer::handedIn);
    require(!handedIn || alerts.isEmpty(), frame, "was handed in and has an alert");
    boolean always =
        !handedIn && !verdicts.isEmpty() && verdicts.stream().allMatch(v -> v.essence().isMatch());
    require(!always || !alerts.isEmpty(), frame, "was matched and has no alert");
    for (Alert alert : alerts) {
      boolean told =
          verdicts.stream()
              .flatMap(verdict -> verdict.essence().faces().stream())
              .anyMatch(
                  face ->
                      alert.match().personId().equals(face.person())
                          && alert.match().similarity() == face.similarity());
      require(told, frame, "has an alert that no verdict tells of: " + alert.match());
    }
  }

  private void checkNothingInvented(Set<String> frameIds, AnswerSet answers) {
    Set<String> invented = new TreeSet<>(answers.verdicts().keySet());
    invented.addAll(answers.alerts().keySet());
    invented.removeAll(frameIds);
    invented.forEach(id -> broken.add(id + " was answered and is no frame"));
  }

  private void require(boolean holds, Frame frame, String otherwise) {
    if (!holds) {
      broken.add(frame.id() + " (frame " + frame.sequence() + ") " + otherwise);
    }
  }
}
