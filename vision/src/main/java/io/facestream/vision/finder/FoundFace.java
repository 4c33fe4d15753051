package io.facestream.vision.finder;

import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.quality.Measurement;
import io.facestream.vision.quality.Rejection;
import java.util.List;

/**
 * A face of a picture, judged.
 *
 * @param face where it is, in pixels of the picture as a viewer sees it
 * @param quality 0…1
 * @param rejection null when the face is usable, else why not
 * @param crop the aligned face, {@value FaceAligner#CROP_BYTES} bytes of B, G, R; null when
 *     rejected
 * @param measured by what the gate decided; of a face whose shape it refuses, its shape alone
 * @param analyserCrops those asked for; none of a rejected face, of which the models would say no
 *     more than it holds
 */
public record FoundFace(
    DetectedFace face,
    double quality,
    Rejection rejection,
    byte[] crop,
    List<Measurement> measured,
    List<AnalyserCrop> analyserCrops) {

  /** A face of which no analyser wants to know. */
  public FoundFace(
      DetectedFace face,
      double quality,
      Rejection rejection,
      byte[] crop,
      List<Measurement> measured) {
    this(face, quality, rejection, crop, measured, List.of());
  }

  FoundFace withAnalyserCrops(List<AnalyserCrop> crops) {
    return new FoundFace(face, quality, rejection, crop, measured, crops);
  }

  /** Whether the face may be embedded and compared. */
  public boolean usable() {
    return rejection == null;
  }
}
