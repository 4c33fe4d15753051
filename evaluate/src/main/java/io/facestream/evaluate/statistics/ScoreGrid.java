package io.facestream.evaluate.statistics;

/**
 * The thresholds that are told apart: one hundred thousandth of a cosine from the next. A score
 * reaches a threshold exactly when its bin does, so counts at these thresholds are exact.
 */
public final class ScoreGrid {
  /** Bins of one unit of cosine. */
  private static final int PER_UNIT = 100_000;

  /** Bins in all, of −1 to 1. */
  public static final int BINS = 2 * PER_UNIT + 1;

  private ScoreGrid() {}

  /**
   * The bin of a score.
   *
   * @param cosine −1…1; what rounding brought beyond is taken as the end
   */
  public static int bin(double cosine) {
    int bin = (int) Math.floor((cosine + 1) * PER_UNIT);
    return Math.max(0, Math.min(BINS - 1, bin));
  }

  /** The lowest cosine of a bin, which is a threshold. */
  public static double cosine(int bin) {
    return (double) (bin - PER_UNIT) / PER_UNIT;
  }
}
