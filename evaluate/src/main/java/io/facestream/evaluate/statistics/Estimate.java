package io.facestream.evaluate.statistics;

/**
 * A share that was measured, with the interval that holds the true one in 95 of 100 such
 * measurements.
 *
 * @param value 0…1
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param hits what was counted
 * @param trials of how many
 * @param interval how the interval was found
 */
public record Estimate(
    double value, double low, double high, long hits, long trials, Interval interval) {
  /** How an interval was found. */
  public enum Interval {
    /** Wilson's, for trials that do not depend on each other. */
    WILSON,
    /** Percentiles of measurements on people drawn again, for trials that share people. */
    PEOPLE_BOOTSTRAP,
    /**
     * Wilson's as if each person were one trial: for shares of 0 and 1, which drawing people again
     * cannot move.
     */
    WILSON_BY_PEOPLE
  }

  /** The share that is left, with its interval. */
  public Estimate complement() {
    return new Estimate(1 - value, 1 - high, 1 - low, trials - hits, trials, interval);
  }
}
