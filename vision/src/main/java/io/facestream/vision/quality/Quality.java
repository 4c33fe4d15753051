package io.facestream.vision.quality;

import java.util.List;

/**
 * How far a face can be trusted for recognition.
 *
 * @param score 0…1, for ranking the faces of one person; not a probability
 * @param rejection null when the face is usable, else why not
 * @param measured by what that was decided, in the order of {@link Measure}
 */
public record Quality(double score, Rejection rejection, List<Measurement> measured) {

  /** Whether the face may be embedded and compared. */
  public boolean usable() {
    return rejection == null;
  }
}
