package io.facestream.job.frames;

import io.facestream.vision.Vision;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.quality.QualityThresholds;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Which models look at the frames, and how closely.
 *
 * @param pack name of the model pack
 * @param modelsDir folder of model files, or null for the usual places
 * @param detectorLongSide frames are reduced to this before detection, pixels; null: as the pack
 *     says
 * @param minScore least detector score, 0…1; null: as the pack says
 * @param minFaceWidth least width of a face that is searched, pixels; null: as the pack says
 * @param maxPixels frames with more pixels are refused unread
 * @param uprightScore faces below this score are looked at in three quarter turns too, 0…1; null:
 *     as the pack says
 */
public record VisionSettings(
    String pack,
    String modelsDir,
    Integer detectorLongSide,
    Double minScore,
    Integer minFaceWidth,
    int maxPixels,
    Double uprightScore)
    implements Serializable {

  /** Opens the pack; all subtasks of a process share its sessions. */
  public Vision open() {
    return Vision.open(pack, modelsDir == null ? null : Path.of(modelsDir));
  }

  /** How frames are searched for faces with this pack. */
  public FinderOptions finderOptions(ModelPack ofPack) {
    FinderOptions usual = FinderOptions.forVideo(ofPack);
    QualityThresholds quality = usual.quality();
    return new FinderOptions(
        detectorLongSide == null ? usual.detectorLongSide() : detectorLongSide,
        minScore == null ? usual.minScore() : minScore,
        maxPixels,
        uprightScore == null ? usual.uprightScore() : uprightScore,
        minFaceWidth == null ? quality : quality.withMinWidthPixels(minFaceWidth));
  }
}
