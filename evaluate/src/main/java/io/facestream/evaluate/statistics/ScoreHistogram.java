package io.facestream.evaluate.statistics;

/** How many scores lie in each bin of the {@link ScoreGrid}. */
public final class ScoreHistogram {
  private final long[] bins = new long[ScoreGrid.BINS];
  private long[] reaching;
  private long count;

  /** Counts a score. */
  public void add(double cosine) {
    addBin(ScoreGrid.bin(cosine));
  }

  /** Counts a score by its bin. */
  public void addBin(int bin) {
    bins[bin]++;
    count++;
    reaching = null;
  }

  /** Counts all scores of another one. */
  public void add(ScoreHistogram other) {
    for (int bin = 0; bin < bins.length; bin++) {
      bins[bin] += other.bins[bin];
    }
    count += other.count;
    reaching = null;
  }

  /** All scores. */
  public long count() {
    return count;
  }

  /** Scores that reach the threshold of a bin. */
  public long reaching(int bin) {
    if (reaching == null) {
      long[] sums = new long[bins.length + 1];
      for (int i = bins.length - 1; i >= 0; i--) {
        sums[i] = sums[i + 1] + bins[i];
      }
      reaching = sums;
    }
    return reaching[bin];
  }

  /** The share of the scores that reach the threshold of a bin, 0…1; NaN when there are none. */
  public double shareReaching(int bin) {
    return (double) reaching(bin) / count;
  }

  /**
   * The lowest threshold that at most this share of the scores reaches.
   *
   * @param share 0…1
   * @return its bin; the number of bins when even a cosine of 1 is reached by more
   */
  public int binReachedByAtMost(double share) {
    int low = 0;
    int high = ScoreGrid.BINS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reaching(middle) <= share * count) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
