package io.facestream.evaluate.statistics;

import io.facestream.evaluate.statistics.Estimate.Interval;

/**
 * The score interval of a share of independent trials (E. B. Wilson, 1927): holds its level for few
 * trials and for shares near 0 and 1, where the textbook's symmetric interval does not.
 */
public final class Wilson {
  /** The normal quantile of 95 % on both sides. */
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /**
   * The share and its 95 % interval.
   *
   * @param trials at least 1
   */
  public static Estimate of(long hits, long trials) {
    return of((double) hits / trials, trials, hits, trials, Interval.WILSON);
  }

  /** The same for a share whose trials weigh as many as these. */
  static Estimate of(double share, double weight, long hits, long trials, Interval interval) {
    double z2 = Z * Z / weight;
    double centre = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / weight + z2 / (4 * weight));
    // Of none and of all the end is exact, but for rounding.
    double low = share == 0 ? 0 : Math.max(0, centre - half);
    double high = share == 1 ? 1 : Math.min(1, centre + half);
    return new Estimate(share, low, high, hits, trials, interval);
  }
}
