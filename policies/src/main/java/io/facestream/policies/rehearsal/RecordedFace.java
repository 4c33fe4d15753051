package io.facestream.policies.rehearsal;

import io.facestream.decision.Contender;
import io.facestream.decision.NearerExample;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.RunnerUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verdict says of who a face may be. The decision needs the best person and the next one,
 * and a verdict has both, however few candidates it shows; of a match also without any.
 */
final class RecordedFace {
  /** A verdict says that there was one, and in its reason which: no policy depends on that. */
  private static final NearerExample AN_EXAMPLE =
      new NearerExample("a negative example", 1, Instant.EPOCH);

  private RecordedFace() {}

  /**
   * The best persons, best first; none where the verdict says of none.
   *
   * @param candidates those of the face that are meant
   */
  static List<Contender> contenders(Face face, List<Candidate> candidates) {
    List<Contender> contenders = new ArrayList<>();
    for (Candidate candidate : candidates) {
      contenders.add(
          new Contender(
              candidate.personId(),
              candidate.watchlists(),
              contenders.isEmpty() ? ownThreshold(face, candidate.personId()) : null,
              candidate.similarity()));
    }
    if (contenders.isEmpty() && face.match() != null) {
      contenders.add(
          new Contender(
              face.match().personId(),
              face.match().watchlists(),
              ownThreshold(face, face.match().personId()),
              face.match().similarity()));
    }
    RunnerUp next = face.runnerUp();
    if (contenders.size() == 1 && next != null) {
      contenders.add(new Contender(next.personId(), List.of(), null, next.similarity()));
    }
    return contenders;
  }

  /**
   * The persons of a view, where a negative example speaks against the first of them if it did so
   * at the time of this frame. Of a face that was below its threshold nobody knows.
   */
  static List<Contender> spokenAgainst(List<Contender> contenders, Face face) {
    if (contenders.isEmpty()) {
      return contenders;
    }
    List<Contender> spoken = new ArrayList<>(contenders);
    boolean against = face.reasonCode() == ReasonCode.NEGATIVE_EXAMPLE;
    spoken.set(0, spoken.get(0).with(against ? AN_EXAMPLE : null));
    return spoken;
  }

  /** Candidates are of the face's own search, which does not decide on a face that is carried. */
  static List<Candidate> decidedBy(Face face) {
    return face.carriedFrom() == null ? face.candidates() : List.of();
  }

  /** The best person's threshold in the gallery, where it decided. */
  private static Float ownThreshold(Face face, String personId) {
    AppliedThreshold applied = face.threshold();
    return applied != null
            && applied.policyVersion() == null
            && applied.origin().equals(PolicyKey.person(personId).toString())
        ? (float) applied.cosine()
        : null;
  }
}
