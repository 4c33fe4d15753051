package io.facestream.faults.invariant;

import io.facestream.faults.invariant.Answers.Answer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * What each picture is answered with when nothing is disturbed: once with the visitor enrolled, and
 * once without.
 */
public final class Reference {
  private final Essence[] withVisitor;
  private final Essence[] withoutVisitor;

  /**
   * @param pictures how many there are; a frame shows that of its number modulo this
   */
  public Reference(int pictures) {
    withVisitor = new Essence[pictures];
    withoutVisitor = new Essence[pictures];
  }

  /** Takes an answer whose gallery is known; the same picture must always have the same. */
  public void take(Answer answer, boolean visitorEnrolled) {
    Essence[] known = visitorEnrolled ? withVisitor : withoutVisitor;
    int picture = pictureOf(answer.sequence());
    if (known[picture] != null && !known[picture].equals(answer.essence())) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "Undisturbed, picture %d has two answers: %s and %s",
              picture,
              known[picture],
              answer.essence()));
    }
    known[picture] = answer.essence();
  }

  /** Whether it has an answer for each picture. */
  public boolean isComplete(boolean visitorEnrolled) {
    return Arrays.stream(visitorEnrolled ? withVisitor : withoutVisitor).allMatch(Objects::nonNull);
  }

  /** The answer to a frame. */
  public Essence expected(long sequence, boolean visitorEnrolled) {
    return (visitorEnrolled ? withVisitor : withoutVisitor)[pictureOf(sequence)];
  }

  /** Whether an answer tells if the visitor was enrolled: most pictures show others. */
  public boolean tells(Answer answer, boolean visitorEnrolled) {
    return answer.essence().equals(expected(answer.sequence(), visitorEnrolled))
        && !answer.essence().equals(expected(answer.sequence(), !visitorEnrolled));
  }

  /** How many pictures show somebody who is recognised. */
  public long matches() {
    return Arrays.stream(withVisitor).filter(Essence::isMatch).count();
  }

  private int pictureOf(long sequence) {
    return (int) (sequence % withVisitor.length);
  }
}
