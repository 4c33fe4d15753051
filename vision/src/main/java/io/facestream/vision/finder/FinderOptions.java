package io.facestream.vision.finder;

import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.PackThresholds;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.quality.QualityThresholds;

/**
 * How faces are looked for.
 *
 * @param detectorLongSide the picture's longer side is reduced to this before detection, pixels; 0
 *     detects at the picture's own size. Smaller pictures are never enlarged
 * @param minScore detections below this confidence are dropped, 0…1
 * @param maxPixels pictures with more pixels than this are refused before they are decoded
 * @param uprightScore faces with a lower score are looked at in three quarter turns too, 0…1; 0
 *     looks at none, 1 at all
 * @param quality what a face must have to be usable
 */
public record FinderOptions(
    int detectorLongSide,
    double minScore,
    int maxPixels,
    double uprightScore,
    QualityThresholds quality) {
  /** For camera frames: lenient, since a face is seen in many frames. */
  public static FinderOptions forVideo(ModelPack pack) {
    PackThresholds t = pack.thresholds();
    return new FinderOptions(
        t.videoLongSide(),
        t.videoScore(),
        DecodeOptions.DEFAULT_MAX_PIXELS,
        t.uprightScore(),
        QualityThresholds.defaults());
  }

  /** For photos of a person to be enrolled: a wrong detection would stay in the gallery. */
  public static FinderOptions forEnrolment(ModelPack pack) {
    PackThresholds t = pack.thresholds();
    return new FinderOptions(
        t.enrolmentLongSide(),
        t.enrolmentScore(),
        DecodeOptions.DEFAULT_MAX_PIXELS,
        t.uprightScore() > 0 ? 1 : 0,
        QualityThresholds.defaults());
  }

  /** The same with another detector size. */
  public FinderOptions withDetectorLongSide(int pixels) {
    return new FinderOptions(pixels, minScore, maxPixels, uprightScore, quality);
  }

  /** The same with another minimum score. */
  public FinderOptions withMinScore(double score) {
    return new FinderOptions(detectorLongSide, score, maxPixels, uprightScore, quality);
  }

  /** The same with another quality gate. */
  public FinderOptions withQuality(QualityThresholds thresholds) {
    return new FinderOptions(detectorLongSide, minScore, maxPixels, uprightScore, thresholds);
  }

  /** The same with another score below which a face is looked at in its turns. */
  public FinderOptions withUprightScore(double score) {
    return new FinderOptions(detectorLongSide, minScore, maxPixels, score, quality);
  }
}
