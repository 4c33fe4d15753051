package io.facestream.matcher;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The rows that may yet be among the k best of one probe, known by bounds of their cosines only.
 *
 * <p>k lower bounds are as good a threshold as k scores: whatever cannot reach the k-th best of
 * them cannot be among the k best. So nothing is scored while blocks stream by; at the end the
 * candidates are scored best first, until the next one's upper bound is below the k-th best score.
 */
final class Candidates {
  /** Candidates kept before they are settled early: equal rows by the thousand would pile up. */
  private static final int MOST = 4096;

  private final BestHits best;
  private final double[] lows; // a heap, the least first
  private int lowCount;
  private int[] rows = new int[64];
  private float[] highs = new float[64];
  private int count;
  private double threshold;
  private long scored;

  Candidates(BestHits best, int k) {
    this.best = best;
    this.lows = new double[k];
    this.threshold = best.threshold();
  }

  /** What a cosine must reach to matter. */
  double threshold() {
    return threshold;
  }

  /** Notes a row whose cosine lies within {@code radius} of {@code rough}. */
  void offer(int row, double rough, double radius) {
    if (rough + radius < threshold) {
      return;
    }
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      highs = Arrays.copyOf(highs, 2 * count);
    }
    rows[count] = row;
    highs[count++] = Math.nextUp((float) (rough + radius));
    if (lowCount < lows.length || rough - radius > lows[0]) {
      raise(rough - radius);
    }
  }

  /** Whether {@link #settle} should not wait for the end. */
  boolean full() {
    return count >= MOST;
  }

  /** Scores the candidates, best first, as far as they matter. */
  void settle(IntToDoubleFunction score) {
    long[] order = new long[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (highs[i] >= threshold) {
        order[n++] = (long) descending(highs[i]) << 32 | i;
      }
    }
    Arrays.sort(order, 0, n);
    for (int i = 0; i < n && highs[(int) order[i]] >= threshold; i++) {
      int row = rows[(int) order[i]];
      best.offer(row, score.applyAsDouble(row));
      threshold = Math.max(threshold, best.threshold());
      scored++;
    }
    count = 0;
  }

  /** Rows scored so far. */
  long scored() {
    return scored;
  }

  private static int descending(float value) {
    int bits = Float.floatToIntBits(value);
    return ~(bits ^ bits >> 31 & Integer.MAX_VALUE);
  }

  private void raise(double low) {
    if (lowCount < lows.length) {
      int i = lowCount++;
      while (i > 0 && lows[(i - 1) / 2] > low) {
        lows[i] = lows[(i - 1) / 2];
        i = (i - 1) / 2;
      }
      lows[i] = low;
    } else {
      sink(low);
    }
    if (lowCount == lows.length) {
      threshold = Math.max(threshold, lows[0]);
    }
  }

  private void sink(double low) {
    int i = 0;
    for (int child = 1; child < lows.length; child = 2 * i + 1) {
      if (child + 1 < lows.length && lows[child + 1] < lows[child]) {
        child++;
      }
      if (lows[child] >= low) {
        break;
      }
      lows[i] = lows[child];
      i = child;
    }
    lows[i] = low;
  }
}
