package io.facestream.evaluate.samples;

/**
 * A photo that was looked at as for an enrolment.
 *
 * @param photo which
 * @param embedding a unit vector; null when the photo is of no use
 * @param refusal why it is of no use; null when it has an embedding
 */
public record EmbeddedPhoto(LabelledPhoto photo, float[] embedding, String refusal) {
  /** Whether it can be compared. */
  public boolean usable() {
    return embedding != null;
  }
}
