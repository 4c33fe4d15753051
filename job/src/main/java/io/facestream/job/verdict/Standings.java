package io.facestream.job.verdict;

import io.facestream.decision.Calibration;
import io.facestream.decision.Decision;
import io.facestream.job.followed.Standing;
import io.facestream.wire.ReasonCode;

/**
 * Says of faces for which nobody is named whether it may be somebody of the gallery all the same. A
 * threshold is so high that strangers are hardly ever named, so bad views of people enrolled stay
 * below it; to announce these as strangers would be wrong as well.
 */
final class Standings {
  /**
   * In doubt is who resembles somebody as only so many strangers' visits do. So few strangers are
   * lost by it, however large the gallery.
   */
  private static final double RARELY = 0.05;

  private final Calibration calibration;

  /**
   * @param calibrationOrNull null for an embedder whose curve nobody has measured: who is below the
   *     threshold is then a stranger
   */
  Standings(Calibration calibrationOrNull) {
    this.calibration = calibrationOrNull;
  }

  Standing of(Basis basis, Decision decision) {
    if (decision.isMatch()) {
      return Standing.KNOWN;
    }
    if (decision.reasonCode() == ReasonCode.NO_CANDIDATE) {
      return Standing.STRANGER;
    }
    return decision.reasonCode() == ReasonCode.BELOW_THRESHOLD && !isNearly(basis)
        ? Standing.STRANGER
        : Standing.IN_DOUBT;
  }

  private boolean isNearly(Basis basis) {
    return calibration != null
        && basis.persons().get(0).similarity()
            >= calibration.cosineFor(RARELY, basis.templates()).cosine();
  }
}
