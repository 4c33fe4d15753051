package io.facestream.decision;

import io.facestream.decision.Calibration.Calibrated;
import io.facestream.decision.ThresholdPolicy.FalseAlertShare;
import io.facestream.decision.ThresholdPolicy.Fixed;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Confirmation;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Recording;
import io.facestream.wire.Zone;
import java.util.Comparator;
import java.util.List;

/** Decides for a face that was searched whether its best contender is a match. */
public final class DecisionRule {
  /** The least cosine there is: what the next person has who does not exist. */
  private static final double LEAST_SIMILARITY = -1;

  private static final Comparator<Confirmation> MOST_VIEWS =
      Comparator.comparingInt(Confirmation::views)
          .thenComparing(Confirmation::of, Comparator.reverseOrder());

  private final Policies policies;
  private final Reach reach;
  private final Precedence precedence;
  private final Calibration calibration;

  /**
   * A rule.
   *
   * @param policies what an operator has laid down
   * @param calibrationOrNull null for an embedder whose curve nobody has measured: such policies
   *     have fixed cosines only
   * @throws IllegalArgumentException when a policy names a share and there is no calibration
   */
  public DecisionRule(Policies policies, Calibration calibrationOrNull) {
    this.policies = policies;
    this.reach = new Reach(policies);
    this.precedence = new Precedence(policies, reach);
    this.calibration = calibrationOrNull;
    if (calibrationOrNull == null && policies.nameAShare()) {
      throw new IllegalArgumentException(
          "Nobody has measured how often this embedder takes a stranger for somebody else, so a"
              + " threshold must be a cosine");
    }
  }

  /** Who is looked for where, by the same policies. */
  public Reach reach() {
    return reach;
  }

  /**
   * Whether a face is ignored where it stands.
   *
   * @param cameraId empty for a picture that is of no camera, in which none is
   */
  public boolean ignores(String cameraId, Box face) {
    return Zone.anyHolds(policies.ignoredAt(cameraId), face);
  }

  /**
   * Decides.
   *
   * @param bestFirst the best persons in reach, each once
   * @param cameraId where the face was seen
   * @param templates in reach of the gallery that was searched
   */
  public Decision decide(List<Contender> bestFirst, String cameraId, long templates) {
    if (bestFirst.isEmpty()) {
      return new Decision(null, 0, ReasonCode.NO_CANDIDATE, Reasons.NOBODY);
    }
    Contender best = bestFirst.get(0);
    Contender next = bestFirst.size() > 1 ? bestFirst.get(1) : null;
    AppliedThreshold threshold = thresholdFor(best, cameraId, templates);
    double margin = best.similarity() - (next == null ? LEAST_SIMILARITY : next.similarity());
    if (best.similarity() < threshold.cosine()) {
      return new Decision(
          threshold, margin, ReasonCode.BELOW_THRESHOLD, Reasons.belowThreshold(best, threshold));
    }
    if (best.nearer() != null) {
      return new Decision(
          threshold, margin, ReasonCode.NEGATIVE_EXAMPLE, Reasons.notThisPerson(best));
    }
    double needed = marginFor(best, cameraId);
    if (margin < needed) {
      return new Decision(
          threshold, margin, ReasonCode.TOO_CLOSE, Reasons.tooClose(best, next, margin, needed));
    }
    return new Decision(threshold, margin, null, null);
  }

  /** What a person has to reach at a camera: of several watchlists, the highest cosine. */
  public AppliedThreshold thresholdFor(Contender person, String cameraId, long templates) {
    if (person.threshold() != null && precedence.ofPerson(person, ThresholdPolicy::of) == null) {
      return AppliedThreshold.fixed(
          PolicyKey.person(person.personId()).toString(), person.threshold());
    }
    return applied(
        precedence.of(
            person,
            cameraId,
            ThresholdPolicy::of,
            Comparator.comparingDouble(threshold -> cosine(threshold, templates))),
        templates);
  }

  /** How far a person must be ahead of the next at a camera, 0…2: of watchlists, the most. */
  public double marginFor(Contender person, String cameraId) {
    return valueOr(0.0, precedence.of(person, cameraId, Policy::margin, Comparator.naturalOrder()));
  }

  /** The views that must agree on a person at a camera: of watchlists, the most. */
  public Confirmation confirmationFor(Contender person, String cameraId) {
    return valueOr(
        Confirmation.AT_ONCE, precedence.of(person, cameraId, Policy::confirm, MOST_VIEWS));
  }

  /** Whether a human must look at a match: of watchlists, where any asks for it. */
  public boolean reviewRequiredFor(Contender person, String cameraId) {
    return valueOr(
        false, precedence.of(person, cameraId, Policy::reviewRequired, Comparator.naturalOrder()));
  }

  /** What is kept of a match: of watchlists, nothing where any asks for it. */
  public Recording recordingFor(Contender person, String cameraId) {
    return valueOr(
        Recording.ALL, precedence.of(person, cameraId, Policy::record, Comparator.naturalOrder()));
  }

  private static <T> T valueOr(T unsaid, Said<T> said) {
    return said == null ? unsaid : said.value();
  }

  private double cosine(ThresholdPolicy policy, long templates) {
    return policy instanceof Fixed fixed
        ? fixed.cosine()
        : calibration.cosineFor(((FalseAlertShare) policy).share(), templates).cosine();
  }

  private AppliedThreshold applied(Said<ThresholdPolicy> said, long templates) {
    String origin = said.by().toString();
    if (said.value() instanceof FalseAlertShare wished) {
      Calibrated calibrated = calibration.cosineFor(wished.share(), templates);
      return new AppliedThreshold(
          calibrated.cosine(),
          origin,
          wished.share(),
          templates,
          calibrated.beyondCurve(),
          said.version());
    }
    return AppliedThreshold.fixed(origin, ((Fixed) said.value()).cosine(), said.version());
  }
}
