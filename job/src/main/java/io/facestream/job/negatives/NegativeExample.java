package io.facestream.job.negatives;

import io.facestream.job.vectors.Cosine;

/**
 * A stranger's face that is not a person's.
 *
 * <p>It is kept in state.
 *
 * @param templateId id of its record
 * @param notPersonId whose face it is not
 * @param embedding of the stranger's face, a unit vector
 * @param validUntil the first capture time at which it no longer counts, and the time of the clock
 *     at which it is forgotten, milliseconds since the epoch
 */
public record NegativeExample(
    String templateId, String notPersonId, float[] embedding, long validUntil) {

  /** Cosine of a face to it, −1…1, computed in double as that to a template is. */
  double similarityTo(float[] probe) {
    return Cosine.of(embedding, probe);
  }
}
