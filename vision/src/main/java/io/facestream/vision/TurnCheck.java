package io.facestream.vision;

import java.util.Comparator;

/**
 * Whether a face stands upright. A detector that has seen upright faces only reads eyes and a mouth
 * into one that does not, and such readings resemble each other: turned strangers are named after
 * turned photos. But it is surer of a face that stands upright, so the face is looked at as it is
 * and in three quarter turns. Thread-confined.
 */
final class TurnCheck implements AutoCloseable {
  private static final int TURNS = 4;

  /** No turned face of 900 of LFW reached it close up; most upright ones do. */
  private static final double SURE_SCORE = 0.91;

  /** From here on detectors that have learnt level faces place landmarks badly. */
  private static final double TILTED_DEGREES = 15;

  /** Less than a face needs to be reported: two weak views are still compared. */
  private static final double LEAST_SCORE = 0.3;

  private final FaceDetector detector;
  private final CloseUp closeUp = new CloseUp();

  /** A check by a detector of its own, which takes {@link CloseUp#SIDE} pixels. */
  TurnCheck(FaceDetector detector) {
    this.detector = detector;
  }

  /** How the detector of a check has to look. */
  static FinderOptions options() {
    return new FinderOptions(
        CloseUp.SIDE, LEAST_SCORE, FinderOptions.DEFAULT_MAX_PIXELS, 0, QualityThresholds.none());
  }

  /** Looks at a face. */
  View look(Picture picture, DetectedFace face) {
    closeUp.take(picture, face);
    DetectedFace asItIs = seen(0);
    int best = 0;
    double bestScore = asItIs == null ? 0 : asItIs.score();
    for (int quarters = 1; quarters < TURNS && bestScore < SURE_SCORE; quarters++) {
      DetectedFace turned = seen(quarters);
      if (turned != null && turned.score() > bestScore) {
        best = quarters;
        bestScore = turned.score();
      }
    }
    boolean upright = best == 0 && asItIs != null;
    return new View(best, upright ? landmarks(picture, face, asItIs) : face.landmarks());
  }

  /** Those of a level face stay as they are; a tilted one's are found anew, twice. */
  private float[] landmarks(Picture picture, DetectedFace face, DetectedFace inSquare) {
    float[] once = closeUp.inPicture(inSquare.landmarks());
    if (Math.abs(FaceGeometry.roll(once)) < TILTED_DEGREES) {
      return face.landmarks();
    }
    closeUp.take(picture, new DetectedFace(face.box(), once, face.score()));
    DetectedFace again = seen(0);
    return again == null ? once : closeUp.inPicture(again.landmarks());
  }

  /** The face in the middle of the square; null when the detector sees none there. */
  private DetectedFace seen(int quarters) {
    try (Picture square = closeUp.turned(quarters)) {
      return detector.detect(square).stream()
          .filter(face -> holdsTheMiddle(face.box()))
          .max(Comparator.comparingDouble(DetectedFace::score))
          .orElse(null);
    }
  }

  private static boolean holdsTheMiddle(PixelBox box) {
    float middle = CloseUp.SIDE / 2f;
    return box.x() < middle
        && box.x() + box.width() > middle
        && box.y() < middle
        && box.y() + box.height() > middle;
  }

  /**
   * What was seen.
   *
   * @param quarters clockwise turns after which the face stands upright, 0 when it does
   * @param landmarks of the face as it is, in pixels of the picture as published; of a tilted head
   *     found again close up and without its tilt
   */
  record View(int quarters, float[] landmarks) {}

  @Override
  public void close() {
    detector.close();
    closeUp.close();
  }
}
