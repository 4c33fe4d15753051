package io.facestream.evaluate.identification;

/**
 * What the search for one photo brought.
 *
 * @param person whose photo it was, by number
 * @param rank of that person among the enrolled, 1 for the most similar; 0 when not enrolled. As in
 *     the job a person is as similar as the best of the templates, and of two that are equally
 *     similar the other one counts as nearer
 * @param bin of the similarity of the most similar person
 */
record Search(int person, int rank, int bin) {
  boolean mated() {
    return rank > 0;
  }

  /** Whether the threshold of a bin finds the right person, and first. */
  boolean identifiedAt(int threshold) {
    return rank == 1 && bin >= threshold;
  }
}
