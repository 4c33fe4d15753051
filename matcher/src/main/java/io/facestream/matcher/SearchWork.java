package io.facestream.matcher;

/**
 * How often searches compared a probe with a row, and how far it went; for benchmarks.
 *
 * @param compared by the high nibbles: every row with every probe
 * @param completed with the low nibbles, because the high ones could not rule the row out
 * @param rowsWhole rows that were read whole at once, since most would have been completed for some
 *     probe; their comparisons are not among the completed
 * @param scored in double
 */
public record SearchWork(long compared, long completed, long rowsWhole, long scored) {
  public SearchWork plus(SearchWork more) {
    return new SearchWork(
        compared + more.compared,
        completed + more.completed,
        rowsWhole + more.rowsWhole,
        scored + more.scored);
  }

  public SearchWork minus(SearchWork before) {
    return new SearchWork(
        compared - before.compared,
        completed - before.completed,
        rowsWhole - before.rowsWhole,
        scored - before.scored);
  }
}
