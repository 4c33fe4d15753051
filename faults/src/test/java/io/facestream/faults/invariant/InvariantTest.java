package io.facestream.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.faults.invariant.Answers.Answer;
import io.facestream.faults.invariant.Essence.FaceEssence;
import io.facestream.faults.invariant.Frames.Frame;
import io.facestream.wire.Alert;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Match;
import io.facestream.wire.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the suite can fail. */
class InvariantTest {
  private static final Frame FRAME = new Frame("lobby", 3, 17, 0, 1_000);
  private static final Essence ADA = matching("ada");
  private static final Essence NOBODY = new Essence(Outcome.UNKNOWN, List.of());

  private final Reference reference = new Reference(1);
  private final VisitorHistory visitor = new VisitorHistory();
  private final AnswerSet answers = AnswerSet.empty();

  InvariantTest() {
    reference.take(verdict(ADA), true);
    reference.take(verdict(NOBODY), false);
  }

  @Test
  void shouldAcceptRepeatsOfTheExpectedAnswer() {
    answers.verdicts().put(FRAME.id(), List.of(verdict(ADA), verdict(ADA)));
    answers.alerts().put(FRAME.id(), List.of(alertFor("ada")));

    check(false);
  }

  @Test
  void shouldMissALostVerdict() {
    assertThatThrownBy(() -> check(false)).hasMessageContaining("has no verdict");
  }

  @Test
  void shouldSeeAChangedVerdict() {
    answers.verdicts().put(FRAME.id(), List.of(verdict(ADA), verdict(matching("eve"))));
    answers.alerts().put(FRAME.id(), List.of(alertFor("ada")));

    assertThatThrownBy(() -> check(false)).hasMessageContaining("unexpected verdict");
  }

  @Test
  void shouldSeeAMatchOfSomebodyErasedBefore() {
    visitor.leaves();
    visitor.isVisible();
    Frame later = new Frame("lobby", 3, 17, 0, System.currentTimeMillis() + 1);
    answers.verdicts().put(later.id(), List.of(verdict(ADA)));
    answers.alerts().put(later.id(), List.of(alertFor("ada")));

    assertThatThrownBy(() -> invariant(false).check(Map.of(later.id(), later), answers))
        .hasMessageContaining("unexpected verdict");
  }

  @Test
  void shouldMissALostAlertAndSeeAnInventedOne() {
    answers.verdicts().put(FRAME.id(), List.of(verdict(ADA)));
    assertThatThrownBy(() -> check(false)).hasMessageContaining("has no alert");

    answers.alerts().put(FRAME.id(), List.of(alertFor("ada"), alertFor("eve")));
    assertThatThrownBy(() -> check(false)).hasMessageContaining("alert that no verdict tells of");
  }

  @Test
  void shouldSeeAnAnswerToNoFrame() {
    answers.verdicts().put("lobby@3-18", List.of(verdict(ADA)));

    assertThatThrownBy(() -> check(false)).hasMessageContaining("lobby@3-18 was answered");
  }

  @Test
  void shouldWantDeadLettersForBadFramesOnly() {
    assertThatThrownBy(() -> check(true)).hasMessageContaining("is bad and no dead letter");

    answers.deadLetters().put(FRAME.place(), "why not");
    check(true);
    assertThatThrownBy(() -> check(false)).hasMessageContaining("is a dead letter: why not");
  }

  @Test
  void shouldWantOneOfBothForFramesOfWhichNobodyKnows() {
    Invariant either = invariant(Due.EITHER);
    assertThatThrownBy(() -> either.check(Map.of(FRAME.id(), FRAME), answers))
        .hasMessageContaining("or none of them");

    answers.verdicts().put(FRAME.id(), List.of(verdict(NOBODY)));
    invariant(Due.EITHER).check(Map.of(FRAME.id(), FRAME), answers);

    answers.deadLetters().put(FRAME.place(), "why not");
    assertThatThrownBy(() -> invariant(Due.EITHER).check(Map.of(FRAME.id(), FRAME), answers))
        .hasMessageContaining("has verdict and dead letter");
  }

  @Test
  void shouldSeeThatAFrameWasAnsweredBehindALaterOne() {
    answers.verdicts().put(FRAME.id(), List.of(verdict(ADA)));
    answers.alerts().put(FRAME.id(), List.of(alertFor("ada")));
    answers.outOfOrder().add(FRAME.id());
    assertThatThrownBy(() -> check(false)).hasMessageContaining("behind a later frame");
  }

  @Test
  void shouldTellARepeatFromAFrameThatWasOvertaken() {
    CameraOrder order = new CameraOrder();
    assertThat(isKept(order, "door", 0, 5)).isTrue();
    assertThat(isKept(order, "hall", 0, 3)).as("another camera").isTrue();
    assertThat(isKept(order, "door", 1, 2)).as("another partition").isTrue();
    assertThat(isKept(order, "door", 0, 7)).as("6 was a dead letter").isTrue();
    assertThat(isKept(order, "door", 0, 5)).as("a repeat").isTrue();
    assertThat(isKept(order, "door", 0, 6)).as("overtaken").isFalse();
  }

  private static boolean isKept(CameraOrder order, String camera, int partition, long offset) {
    FrameRef frame = new FrameRef(partition, offset, offset, Instant.EPOCH, 1, 1, null);
    return order.isKept(Ids.frameId(camera, partition, offset), camera, frame);
  }

  private void check(boolean bad) {
    invariant(bad).check(Map.of(FRAME.id(), FRAME), answers);
  }

  private Invariant invariant(boolean bad) {
    return invariant(bad ? Due.REFUSED : Due.TAKEN);
  }

  private Invariant invariant(Due due) {
    return new Invariant(reference, visitor, frame -> due);
  }

  private static Answer verdict(Essence essence) {
    return new Answer(FRAME.id(), "lobby", 0, 1_000, essence, false, 4, 0);
  }

  private static Essence matching(String person) {
    Box box = new Box(0.1, 0.1, 0.2, 0.2);
    return new Essence(
        Outcome.MATCH,
        List.of(
            new FaceEssence(
                box, List.of(), 1, 1, person, person + "/1", 0.9, 0.7, List.of(), null)));
  }

  private static Alert alertFor(String person) {
    Match match = new Match(person, person, person + "/1", null, null, 0.9, 0.7, 0.2, null);
    return new Alert(
        Alert.SCHEMA, FRAME.id(), "lobby", null, null, match, null, null, null, null, null, null);
  }
}
