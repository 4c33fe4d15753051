package io.facestream.vision.quality;

/**
 * What a face must have to be usable.
 *
 * @param whole whether all landmarks must lie in the picture
 * @param minWidthPixels width of its box in the picture as published; narrower faces hold too
 *     little
 * @param minFrontality 1 when the nose stands in the middle of the eyes, 0 when it stands at one,
 *     negative when beyond
 * @param minBrightness mean of the aligned face, 0…255
 * @param maxBrightness mean of the aligned face, 0…255
 * @param minContrast standard deviation of the aligned face's brightness as a share of its mean
 * @param minSharpness share of fine detail in the light and dark of the aligned face; 0 is none
 */
public record QualityThresholds(
    boolean whole,
    int minWidthPixels,
    double minFrontality,
    double minBrightness,
    double maxBrightness,
    double minContrast,
    double minSharpness) {

  /** Chosen by measurement, see docs/models.md: reject what spoils a vector, nothing else. */
  public static QualityThresholds defaults() {
    return new QualityThresholds(true, 32, 0, 20, 240, 0.05, 0.006);
  }

  /** Lets every detected face pass. */
  public static QualityThresholds none() {
    return new QualityThresholds(false, 0, Double.NEGATIVE_INFINITY, 0, 255, 0, 0);
  }

  /** The same with another least width, pixels. */
  public QualityThresholds withMinWidthPixels(int pixels) {
    return new QualityThresholds(
        whole, pixels, minFrontality, minBrightness, maxBrightness, minContrast, minSharpness);
  }
}
