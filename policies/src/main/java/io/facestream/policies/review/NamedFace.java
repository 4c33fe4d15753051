package io.facestream.policies.review;

import io.facestream.client.KafkaConnection;
import io.facestream.client.verdicts.VerdictReader;
import io.facestream.decision.TopMatch;
import io.facestream.policies.PolicyException;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import io.facestream.wire.Match;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The face that an alert or a visit is about, as the verdict on its frame has it.
 *
 * @param id what is reviewed
 * @param verdict on the frame
 * @param face with a match
 */
public record NamedFace(ReviewedId id, Verdict verdict, Face face) {
  private static final int SHOWN = 200;

  /**
   * Looks for it in the topic of verdicts.
   *
   * @throws PolicyException when there is no such verdict, or it names nobody
   */
  public static NamedFace find(ReviewedId id, KafkaConnection connection, String verdicts) {
    Verdict verdict =
        VerdictReader.find(id.frame(), Instant.EPOCH, connection, verdicts)
            .orElseThrow(
                () ->
                    new PolicyException(
                        String.format(
                            Locale.ROOT,
                            "There is no verdict %s on topic '%s' at %s: no job has given it, or"
                                + " retention has deleted it; retention.ms of the topic decides how"
                                + " long an alert can be reviewed",
                            Printable.of(id.frame().toString(), SHOWN),
                            verdicts,
                            connection.bootstrapServers())))
            .verdict();
    return in(verdict, id);
  }

  /**
   * The face in a verdict: of an alert the top match, of a visit the most similar match with its
   * person.
   *
   * @throws PolicyException when the verdict has no such match
   */
  static NamedFace in(Verdict verdict, ReviewedId id) {
    List<Face> of =
        verdict.faces().stream()
            .filter(face -> face.match() != null)
            .filter(face -> id.personId() == null || id.personId().equals(face.match().personId()))
            .toList();
    Optional<Face> named = TopMatch.of(of);
    return new NamedFace(
        id,
        verdict,
        named.orElseThrow(
            () ->
                new PolicyException(
                    String.format(
                        Locale.ROOT,
                        "The verdict on frame %s does not name %s, so there is nothing to review;"
                            + " 'facestream explain --verdict ID' tells what it says",
                        Printable.of(id.frame().toString(), SHOWN),
                        id.personId() == null ? "anybody" : visitor(id.personId())))));
  }

  /** Whoever is enrolled after a visit has a record of it, and no verdict. */
  private static String visitor(String personId) {
    return "'"
        + Printable.of(personId, SHOWN)
        + "' (none does in a visit that is told in retrospect, of somebody enrolled later)";
  }

  /** Who was named. */
  public Match match() {
    return face.match();
  }

  /** What had to be reached. */
  AppliedThreshold threshold() {
    return face.threshold() == null
        ? AppliedThreshold.fixed(AppliedThreshold.DEFAULT, match().threshold())
        : face.threshold();
  }
}
