package io.facestream.vision;

/**
 * What a face must have to be usable.
 *
 * @param minWidthPixels width of its box in the decoded picture
 * @param minFrontality 0…1, see {@link FaceGeometry#frontality}: 0 in full profile, 1 frontal
 * @param minSharpness 0…1, see {@link Sharpness}: 0 without any detail
 */
public record QualityThresholds(int minWidthPixels, double minFrontality, double minSharpness) {

  /** What the packs were measured with; see docs/models.md for how they were chosen. */
  public static QualityThresholds defaults() {
    return new QualityThresholds(32, 0.25, 0.02);
  }

  /** Lets every detected face pass. */
  public static QualityThresholds none() {
    return new QualityThresholds(0, 0, 0);
  }
}
