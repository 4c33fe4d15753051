package io.facestream.vision.finder;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.LoadedDetector;
import io.facestream.vision.picture.Picture;

/**
 * Whether a face stands upright. A detector that has seen upright faces only reads eyes and a mouth
 * into one that does not, and such readings resemble each other: turned strangers are named after
 * turned photos. But it is surer of a face that stands upright, so the face is looked at as it is
 * and in three quarter turns. Thread-confined.
 */
public final class TurnCheck implements AutoCloseable {
  private static final int TURNS = 4;

  /** The face takes two fifths of it, as in a portrait. */
  private static final int SIDE = 96;

  private static final double SCALE = 0.55;

  /** No turned face of 900 of LFW reached it close up; most upright ones do. */
  private static final double SURE_SCORE = 0.91;

  /** Less than a face needs to be reported: two weak views are still compared. */
  private static final double LEAST_SCORE = 0.3;

  private final FaceDetector detector;
  private final CloseUp closeUp;
  private final Leveller leveller;

  /** A check by a detector of its own. */
  public TurnCheck(LoadedDetector model) {
    this.detector = model.newDetector(Leveller.SIDE, LEAST_SCORE);
    this.closeUp = new CloseUp(detector, SIDE, SCALE);
    this.leveller = new Leveller(detector);
  }

  /** Looks at a face. */
  View look(Picture picture, DetectedFace face) {
    int quarters = surestTurn(picture, face);
    return new View(quarters, quarters == 0 ? leveller.landmarks(picture, face) : face.landmarks());
  }

  private int surestTurn(Picture picture, DetectedFace face) {
    closeUp.take(picture, face.landmarks());
    int surest = 0;
    double highest = score(closeUp.seen(0));
    for (int quarters = 1; quarters < TURNS && highest < SURE_SCORE; quarters++) {
      double score = score(closeUp.seen(quarters));
      if (score > highest) {
        surest = quarters;
        highest = score;
      }
    }
    return surest;
  }

  private static double score(DetectedFace seen) {
    return seen == null ? 0 : seen.score();
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
    closeUp.close();
    leveller.close();
    detector.close();
  }
}
