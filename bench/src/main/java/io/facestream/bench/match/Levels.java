package io.facestream.bench.match;

import io.facestream.matcher.SearchWork;
import io.facestream.matcher.store.Rows;

/**
 * How far our comparisons of a probe with a row went. All take the first level.
 *
 * @param completed share that took the second, with the low nibbles too; those that were made with
 *     all eight bits at once are not among them
 * @param scored share that was scored in double
 * @param rowsScored of one probe
 * @param bytes read of rows by one search: the first level reads each row once for all probes; of
 *     the others each comparison counts, though probes may share a row
 */
record Levels(double completed, double scored, double rowsScored, double bytes) {
  /** A scale and a residual norm for each plane of a row. */
  private static final int BOUNDS = 2 * Float.BYTES;

  /**
   * @param work of all searches
   */
  static Levels of(SearchWork work, int dim, int probes, int searches) {
    int stride = Rows.strideOf(dim);
    int plane = stride / 2 + BOUNDS;
    double compared = work.compared();
    double bytes =
        (compared / probes + work.completed() + work.rowsWhole()) * plane
            + (double) work.scored() * (stride * Float.BYTES + Double.BYTES);
    return new Levels(
        work.completed() / compared,
        work.scored() / compared,
        (double) work.scored() / searches / probes,
        bytes / searches);
  }
}
