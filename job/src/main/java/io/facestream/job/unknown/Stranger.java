package io.facestream.job.unknown;

import io.facestream.job.vectors.Cosine;

/**
 * A stranger of a camera's day; in state until the day is over.
 *
 * @param embedding of the best view, a unit vector
 * @param quality of that view, by the quality gate's measure, 0…1
 */
public record Stranger(float[] embedding, double quality) {
  /** −1…1. */
  double cosine(float[] other) {
    return Cosine.ofUnits(embedding, other);
  }
}
