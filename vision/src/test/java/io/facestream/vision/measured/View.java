package io.facestream.vision.measured;

/**
 * A look at a person.
 *
 * @param quality of the quality gate, 0…1
 * @param embedding unit vector
 */
public record View(double quality, float[] embedding) {
  /** With a unit vector. */
  public double cosine(float[] template) {
    double dot = 0;
    for (int i = 0; i < template.length; i++) {
      dot += (double) embedding[i] * template[i];
    }
    return dot;
  }
}
