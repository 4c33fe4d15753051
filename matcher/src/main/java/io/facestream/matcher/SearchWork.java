package io.facestream.matcher;

/**
 * How often searches compared a probe with a row, and how far it went; for benchmarks.
 *
 * @param compared by the high nibbles: every row with every probe
 * @param completed with the low nibbles, because the high ones could not rule the row out
 * @param scored in double
 */
public record SearchWork(long compared, long completed, long scored) {
  public SearchWork plus(SearchWork more) {
    return new SearchWork(
        compared + more.compared, completed + more.completed, scored + more.scored);
  }

  public SearchWork minus(SearchWork before) {
    return new SearchWork(
        compared - before.compared, completed - before.completed, scored - before.scored);
  }
}
