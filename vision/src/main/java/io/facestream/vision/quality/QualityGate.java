package io.facestream.vision.quality;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceGeometry;
import io.facestream.vision.quality.Rejection.Cause;
import java.util.List;
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

  /**
   * Judges place, size and pose, for which no pixels are needed.
   *
   * @param width of the picture as published, pixels
   * @param height of the picture as published, pixels
   */
  public Quality judgeShape(DetectedFace face, int width, int height) {
    List<Measurement> measured = measureShape(face, width, height);
    return new Quality(Math.sqrt(size(face) * pose(face)), firstRejection(measured), measured);
  }

  /**
   * Judges light and sharpness of a face whose shape is usable.
   *
   * @param crop the aligned face
   */
  public Quality judgePixels(DetectedFace face, byte[] crop) {
    List<Measurement> measured = measurePixels(crop);
    double sharpness = measured.get(measured.size() - 1).value();
    double score = Math.cbrt(size(face) * pose(face) * Math.min(1, sharpness / FULL_SHARPNESS));
    return new Quality(score, firstRejection(measured), measured);
  }

  private List<Measurement> measureShape(DetectedFace face, int width, int height) {
    return List.of(
        Measurement.atLeast(
            thresholds.whole() ? 1 : 0,
            Measure.WHOLE,
            FaceGeometry.leaves(face.landmarks(), width, height) ? 0 : 1),
        Measurement.atLeast(thresholds.minWidthPixels(), Measure.WIDTH, face.box().width()),
        Measurement.atLeast(
            thresholds.minFrontality(),
            Measure.FRONTALITY,
            FaceGeometry.frontality(face.landmarks())));
  }

  /** The sharpness is the last. */
  private List<Measurement> measurePixels(byte[] crop) {
    Luma luma = Luma.of(crop);
    return List.of(
        new Measurement(
            Measure.BRIGHTNESS,
            luma.mean(),
            thresholds.minBrightness(),
            thresholds.maxBrightness()),
        Measurement.atLeast(thresholds.minContrast(), Measure.CONTRAST, luma.contrast()),
        Measurement.atLeast(thresholds.minSharpness(), Measure.SHARPNESS, Sharpness.of(luma)));
  }

  /**
   * Judges how the face stands.
   *
   * @param quarters clockwise turns after which it stands upright, 0…3
   */
  public Quality judgeTurn(Quality otherwise, int quarters) {
    if (quarters == 0 || !otherwise.usable()) {
      return otherwise;
    }
    return new Quality(
        otherwise.score(),
        new Rejection(
            quarters == 2 ? Cause.UPSIDE_DOWN : Cause.ON_ITS_SIDE,
            String.format(
                Locale.ROOT,
                "%s: the picture must be turned clockwise by %d degrees"
                    + " (camera option 'rotate: %2$d')",
                quarters == 2 ? "upside down" : "on its side",
                90 * quarters)),
        otherwise.measured());
  }

  private static Rejection firstRejection(List<Measurement> measured) {
    for (Measurement measurement : measured) {
      if (!measurement.passes()) {
        return rejection(measurement);
      }
    }
    return null;
  }

  private static Rejection rejection(Measurement m) {
    return switch (m.measure()) {
      case WHOLE ->
          new Rejection(
              Cause.CUT_OFF,
              "cut off by the picture's edge: eyes, nose and mouth must be in the picture");
      case WIDTH ->
          new Rejection(
              Cause.TOO_SMALL,
              String.format(
                  Locale.ROOT,
                  "too small: %d px wide, at least %d px needed",
                  (int) m.value(),
                  (int) m.least()));
      case FRONTALITY ->
          new Rejection(
              Cause.TURNED_AWAY,
              "turned away: the nose is not between the eyes, a more frontal view is needed");
      case BRIGHTNESS ->
          m.value() < m.least()
              ? outside(
                  Cause.TOO_DARK,
                  "too dark: brightness %.0f of 255, at least %.0f needed",
                  m.value(),
                  m.least())
              : outside(
                  Cause.OVEREXPOSED,
                  "overexposed: brightness %.0f of 255, at most %.0f wanted",
                  m.value(),
                  m.most());
      case CONTRAST ->
          outside(
              Cause.FLAT,
              "flat: contrast %.3f, at least %.3f needed, as behind fog or glare",
              m.value(),
              m.least());
      case SHARPNESS ->
          outside(
              Cause.BLURRED, "blurred: sharpness %.4f, at least %.4f needed", m.value(), m.least());
    };
  }

  private static Rejection outside(Cause cause, String words, double measured, double bound) {
    return new Rejection(cause, String.format(Locale.ROOT, words, measured, bound));
  }

  private static double size(DetectedFace face) {
    return Math.min(1, face.box().width() / FULL_WIDTH);
  }

  private static double pose(DetectedFace face) {
    return Math.max(0, FaceGeometry.frontality(face.landmarks()));
  }
}
