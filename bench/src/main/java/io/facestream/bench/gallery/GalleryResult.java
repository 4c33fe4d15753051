package io.facestream.bench.gallery;

import java.util.List;
import java.util.Locale;

/**
 * What a gallery of this size cost. Times in seconds or, where the name says so, milliseconds.
 *
 * @param templates templates in the gallery
 * @param dimension length of an embedding
 * @param parallelism slices
 * @param fillSeconds writing all templates to the topic
 * @param firstVerdictSeconds from submission of a job without state to its first verdict: reading
 *     the topic, writing the state and building the slices
 * @param restoreSeconds from submission with a savepoint until every task runs, with its slice
 *     rebuilt
 * @param enrolMillis from the acknowledged enrolment to the capture of the first frame that shows
 *     it
 * @param eraseMillis from the acknowledged erasure to the capture of the first frame that shows it
 * @param searchMs median time of the slowest slice for a frame
 */
record GalleryResult(
    long templates,
    int dimension,
    int parallelism,
    double fillSeconds,
    double firstVerdictSeconds,
    double restoreSeconds,
    List<Long> enrolMillis,
    List<Long> eraseMillis,
    double searchMs) {

  String text() {
    return String.format(
        Locale.ROOT,
        """
        Templates          %,d of %d components in %d slices
        Fill the topic     %.1f s
        Start from it      %.1f s to the first verdict
        Start from state   %.1f s until every slice is rebuilt
        Enrol              seen in frames taken %s ms after the acknowledgement
        Erase              seen in frames taken %s ms after the acknowledgement
        Search             %.1f ms a frame (median, slowest slice)
        """,
        templates,
        dimension,
        parallelism,
        fillSeconds,
        firstVerdictSeconds,
        restoreSeconds,
        enrolMillis,
        eraseMillis,
        searchMs);
  }
}
