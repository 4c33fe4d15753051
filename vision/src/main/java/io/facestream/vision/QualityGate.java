package io.facestream.vision;

import java.util.Locale;

/** Decides which detected faces are worth comparing, and says why of each that is not. */
public final class QualityGate {
  /** A face as wide as the aligned crop gains nothing from more pixels. */
  private static final double FULL_WIDTH = FaceAligner.CROP_SIDE;

  /** Median of sharp press photos; more detail does not make a face more recognisable. */
  private static final double FULL_SHARPNESS = 0.1;

  private final QualityThresholds thresholds;

  /** A gate with these thresholds. */
  public QualityGate(QualityThresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Judges size and pose, for which no pixels are needed. */
  public Quality judgeShape(DetectedFace face) {
    return new Quality(Math.sqrt(size(face) * pose(face)), rejection(face));
  }

  /**
   * Judges size, pose and sharpness.
   *
   * @param crop the aligned face
   */
  public Quality judge(DetectedFace face, byte[] crop) {
    double sharpness = Sharpness.of(crop);
    double score = Math.cbrt(size(face) * pose(face) * Math.min(1, sharpness / FULL_SHARPNESS));
    String rejection = rejection(face);
    if (rejection == null && sharpness < thresholds.minSharpness()) {
      rejection =
          String.format(
              Locale.ROOT,
              "blurred: sharpness %.4f, at least %.4f needed",
              sharpness,
              thresholds.minSharpness());
    }
    return new Quality(score, rejection);
  }

  private String rejection(DetectedFace face) {
    float width = face.box().width();
    if (width < thresholds.minWidthPixels()) {
      return String.format(
          Locale.ROOT,
          "too small: %d px wide, at least %d px needed",
          (int) width,
          thresholds.minWidthPixels());
    }
    if (FaceGeometry.frontality(face.landmarks()) < thresholds.minFrontality()) {
      return "turned away: the nose is not between the eyes, a more frontal view is needed";
    }
    return null;
  }

  private static double size(DetectedFace face) {
    return Math.min(1, face.box().width() / FULL_WIDTH);
  }

  private static double pose(DetectedFace face) {
    return Math.max(0, FaceGeometry.frontality(face.landmarks()));
  }
}
