package io.facestream.vision.onnx;

import io.facestream.vision.face.DetectedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of detections that overlap, keeps the most confident. */
final class NonMaximumSuppression {
  private static final Comparator<DetectedFace> BEST_FIRST =
      Comparator.comparingDouble(face -> -face.score());

  private NonMaximumSuppression() {}

  /**
   * The surviving faces, by descending score; equal scores keep their order.
   *
   * @param maxOverlap intersection over union above which two detections are one face, 0…1
   */
  static List<DetectedFace> keepBest(List<DetectedFace> faces, double maxOverlap) {
    List<DetectedFace> candidates = new ArrayList<>(faces);
    candidates.sort(BEST_FIRST);
    List<DetectedFace> kept = new ArrayList<>();
    for (DetectedFace face : candidates) {
      if (kept.stream().noneMatch(other -> other.box().overlap(face.box()) > maxOverlap)) {
        kept.add(face);
      }
    }
    return kept;
  }
}
