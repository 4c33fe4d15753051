package io.facestream.vision;

/**
 * What a face must have to be usable.
 *
 * @param minWidthPixels width of its box in the picture as published; narrower faces hold too
 *     little
 * @param minFrontality 1 when the nose stands in the middle of the eyes, 0 when it stands at one,
 *     negative when beyond
 * @param minSharpness share of fine detail in the light and dark of the aligned face; 0 is none
 */
public record QualityThresholds(int minWidthPixels, double minFrontality, double minSharpness) {

  /**
   * Chosen by measurement, see docs/models.md: reject full profiles and clear blur, nothing else.
   */
  public static QualityThresholds defaults() {
    return new QualityThresholds(32, 0, 0.006);
  }

  /** Lets every detected face pass. */
  public static QualityThresholds none() {
    return new QualityThresholds(0, Double.NEGATIVE_INFINITY, 0);
  }
}
