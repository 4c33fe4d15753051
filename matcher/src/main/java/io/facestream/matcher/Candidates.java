package io.facestream.matcher;

import java.util.Arrays;

/**
 * The rows that may yet be among the k best of their probes, known by bounds of their cosines only.
 *
 * <p>k lower bounds are as good a threshold as k scores: whatever cannot reach the k-th best of
 * them cannot be among the k best. So nothing is scored while blocks stream by; at the end the
 * candidates of a probe are scored best first, until the next one's upper bound is below its k-th
 * best score.
 *
 * <p>All probes share one log, because it is written a line of cache after the other; a list for
 * each of 256 probes would miss the cache with every candidate.
 */
final class Candidates {
  /** Scores a row for a probe. */
  interface Scorer {
    double score(int probe, int row);
  }

  /** Candidates kept before they are settled early: equal rows by the thousand would pile up. */
  private static final int MOST = 1 << 20;

  private final BestHits[] best;
  private final LowerBounds lows;
  private final double[] thresholds;
  private int[] probes = new int[1024];
  private int[] rows = new int[1024];
  private float[] highs = new float[1024];
  private int count;
  private long scored;

  Candidates(BestHits[] best, int k) {
    this.best = best;
    this.lows = new LowerBounds(best.length, k);
    this.thresholds = Arrays.stream(best).mapToDouble(BestHits::threshold).toArray();
  }

  /** What a cosine must reach to matter to a probe. */
  double threshold(int probe) {
    return thresholds[probe];
  }

  /** Notes a row whose cosine lies within {@code radius} of {@code rough}. */
  void offer(int probe, int row, double rough, double radius) {
    double high = rough + radius;
    if (high < thresholds[probe]) {
      return;
    }
    if (count == rows.length) {
      makeRoom();
    }
    probes[count] = probe;
    rows[count] = row;
    highs[count++] = Math.nextUp((float) high);
    lows.offer(probe, rough - radius);
    thresholds[probe] = Math.max(thresholds[probe], lows.kth(probe));
  }

  /** Whether {@link #settle} should not wait for the end. */
  boolean full() {
    return count >= MOST;
  }

  /** Scores the candidates of each probe, best first, as far as they matter. */
  void settle(Scorer scorer) {
    dropTheHopeless();
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = (long) descending(highs[i]) << 32 | i;
    }
    Arrays.sort(order);
    for (long next : order) {
      int i = (int) next;
      int probe = probes[i];
      if (highs[i] >= thresholds[probe]) {
        best[probe].offer(rows[i], scorer.score(probe, rows[i]));
        thresholds[probe] = Math.max(thresholds[probe], best[probe].threshold());
        scored++;
      }
    }
    count = 0;
  }

  /** Rows scored so far. */
  long scored() {
    return scored;
  }

  private void makeRoom() {
    dropTheHopeless();
    if (2 * count > rows.length) {
      probes = Arrays.copyOf(probes, 2 * rows.length);
      highs = Arrays.copyOf(highs, 2 * rows.length);
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
  }

  /** Thresholds have risen since most were noted. */
  private void dropTheHopeless() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (highs[i] >= thresholds[probes[i]]) {
        probes[kept] = probes[i];
        rows[kept] = rows[i];
        highs[kept++] = highs[i];
      }
    }
    count = kept;
  }

  /** An int that grows as the float falls. */
  private static int descending(float value) {
    int bits = Float.floatToIntBits(value);
    return ~(bits ^ bits >> 31 & Integer.MAX_VALUE);
  }
}
