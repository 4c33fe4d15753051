package io.facestream.job.negatives;

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
    double dot = 0;
    double own = 0;
    double others = 0;
    for (int i = 0; i < embedding.length; i++) {
      dot += (double) embedding[i] * probe[i];
      own += (double) embedding[i] * embedding[i];
      others += (double) probe[i] * probe[i];
    }
    return dot / Math.sqrt(own * others);
  }
}
