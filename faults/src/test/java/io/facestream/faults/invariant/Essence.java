package io.facestream.faults.invariant;

import io.facestream.wire.Box;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.Match;
import io.facestream.wire.Outcome;
import io.facestream.wire.Point;
import io.facestream.wire.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a verdict says of its picture: that which must be the same in every run. Left out are times
 * and offsets, people who do not exist (the fillers), and with them what is told of the next best.
 *
 * @param outcome the verdict's
 * @param faces all of them, largest first
 */
public record Essence(Outcome outcome, List<FaceEssence> faces) {
  /** What the ids of people begin with who do not exist. */
  public static final String FILLER = "filler-";

  private static final int CANDIDATES = 3;

  /**
   * What is said of a face.
   *
   * @param candidates the three best people of the scene
   * @param reason why it was not searched, or null when it was
   */
  public record FaceEssence(
      Box box,
      List<Point> landmarks,
      double score,
      double quality,
      String person,
      String template,
      double similarity,
      double threshold,
      List<Candidate> candidates,
      String reason) {

    /** Short: where, who, and who else. */
    @Override
    public String toString() {
      String others =
          candidates.stream()
              .map(candidate -> candidate.personId() + " " + candidate.similarity())
              .collect(Collectors.joining(", "));
      return String.format(Locale.ROOT, "at %.3f|%.3f %s (%s)", box.x(), box.y(), person, others);
    }
  }

  /** The essence of a verdict. */
  public static Essence of(Verdict verdict) {
    return new Essence(verdict.outcome(), verdict.faces().stream().map(Essence::ofFace).toList());
  }

  /** Whether somebody was matched. */
  public boolean isMatch() {
    return outcome == Outcome.MATCH;
  }

  private static FaceEssence ofFace(Face face) {
    Match match = face.match();
    List<Candidate> people =
        face.candidates().stream()
            .filter(candidate -> !candidate.personId().startsWith(FILLER))
            .limit(CANDIDATES)
            .toList();
    return new FaceEssence(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        match == null ? null : match.personId(),
        match == null ? null : match.templateId(),
        match == null ? 0 : match.similarity(),
        match == null ? 0 : match.threshold(),
        people,
        people.isEmpty() ? face.reason() : null);
  }
}
