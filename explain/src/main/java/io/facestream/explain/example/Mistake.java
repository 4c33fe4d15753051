package io.facestream.explain.example;

import io.facestream.client.KafkaConnection;
import io.facestream.explain.ExplainException;
import io.facestream.explain.replay.VerdictAndFrame;
import io.facestream.policies.review.NamedFace;
import io.facestream.policies.review.ReviewedId;
import io.facestream.wire.Face;
import io.facestream.wire.FrameId;
import io.facestream.wire.Match;
import io.facestream.wire.Printable;
import java.util.List;
import java.util.Locale;

/**
 * A face that was taken for somebody, in the frame whose search decided so.
 *
 * @param named the face as it was named
 * @param decided the verdict that decided, with its frame
 * @param index of the face in that verdict, from 0
 */
public record Mistake(NamedFace named, VerdictAndFrame decided, int index) {
  private static final int SHOWN = 200;

  /**
   * Looks for it in the topics.
   *
   * @param number of the face in the verdict, 1 for the first; null: the one that the alert or the
   *     visit is about
   * @throws ExplainException when the frame is gone, or the face was not named
   * @throws io.facestream.policies.PolicyException when there is no such verdict, or it names
   *     nobody
   */
  public static Mistake find(
      ReviewedId id, Integer number, KafkaConnection connection, String frames, String verdicts) {
    NamedFace found = NamedFace.find(id, connection, verdicts);
    NamedFace named = number == null ? found : numbered(found, number);
    String carriedFrom = named.face().carriedFrom();
    FrameId deciding = carriedFrom == null ? id.frame() : FrameId.parse(carriedFrom);
    VerdictAndFrame decided = VerdictAndFrame.read(deciding, connection, frames, verdicts);
    if (decided.frame() == null) {
      throw new ExplainException(
          "The face cannot be kept: "
              + decided.gone()
              + ". retention.ms of the topic decides how long frames are kept");
    }
    return new Mistake(named, decided, indexOf(named.face(), deciding, decided));
  }

  private static NamedFace numbered(NamedFace found, int number) {
    List<Face> faces = found.verdict().faces();
    if (number > faces.size()) {
      throw new ExplainException(
          String.format(
              Locale.ROOT,
              "Verdict %s has no face %d: it has %s",
              shown(found.verdict().verdictId()),
              number,
              faces.size() == 1 ? "1 face" : faces.size() + " faces"));
    }
    Face face = faces.get(number - 1);
    Match match = face.match();
    String person = found.id().personId();
    if (match == null || person != null && !person.equals(match.personId())) {
      throw new ExplainException(
          String.format(
              Locale.ROOT,
              "Face %d of verdict %s is not named%s, so there is nothing to put right",
              number,
              shown(found.verdict().verdictId()),
              person == null ? "" : " '" + shown(person) + "'"));
    }
    return new NamedFace(found.id(), found.verdict(), face);
  }

  /** In the frame that decided the face has the same track; in its own it is the same. */
  private static int indexOf(Face face, FrameId deciding, VerdictAndFrame decided) {
    List<Face> faces = decided.verdict().verdict().faces();
    for (int i = 0; i < faces.size(); i++) {
      if (face.carriedFrom() == null
          ? faces.get(i).equals(face)
          : face.track().equals(faces.get(i).track())) {
        return i;
      }
    }
    throw new ExplainException(
        String.format(
            Locale.ROOT,
            "Verdict %s, which decided who this is, no longer says where in its frame",
            shown(deciding.toString())));
  }

  /** Whom it was taken for. */
  public String personId() {
    return named.match().personId();
  }

  /** The face in the frame that decided. */
  public Face face() {
    return decided.verdict().verdict().faces().get(index);
  }

  private static String shown(String id) {
    return Printable.of(id, SHOWN);
  }
}
