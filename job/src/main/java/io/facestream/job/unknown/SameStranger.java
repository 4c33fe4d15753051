package io.facestream.job.unknown;

import io.facestream.decision.Calibration;
import io.facestream.vision.packs.ModelPack;

/**
 * From which cosine somebody is a stranger who was there before. To take two people for one is the
 * worse mistake, since nobody would notice; so the strangers of a day count as a gallery, at the
 * share of false alerts that is usual ({@code docs/quality.md} has what it comes to).
 */
final class SameStranger {
  private static final double SHARE = 0.003;

  private final Calibration calibration;
  private final double unmeasured;

  /** The rule for embeddings of a pack. */
  SameStranger(ModelPack pack) {
    calibration =
        pack.embedder().falseMatches() == null
            ? null
            : new Calibration(pack.embedder().falseMatches());
    unmeasured = pack.thresholds().gallerySimilarity();
  }

  /**
   * The cosine.
   *
   * @param strangers with how many somebody is compared
   */
  double cosineAmong(int strangers) {
    return calibration == null ? unmeasured : calibration.cosineFor(SHARE, strangers).cosine();
  }
}
