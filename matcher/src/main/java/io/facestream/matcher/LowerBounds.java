package io.facestream.matcher;

import java.util.Arrays;

/** The k best lower bounds of each probe of a batch: a heap each, the least first. */
final class LowerBounds {
  private final int k;
  private final double[] heaps;
  private final int[] counts;

  LowerBounds(int probes, int k) {
    this.k = k;
    this.heaps = new double[probes * k];
    this.counts = new int[probes];
    Arrays.fill(heaps, Double.NEGATIVE_INFINITY);
  }

  /** The k-th best, or −∞ while there are fewer. */
  double kth(int probe) {
    return counts[probe] < k ? Double.NEGATIVE_INFINITY : heaps[probe * k];
  }

  void offer(int probe, double low) {
    if (counts[probe] < k) {
      rise(probe * k, counts[probe]++, low);
    } else if (low > heaps[probe * k]) {
      sink(probe * k, low);
    }
  }

  private void rise(int root, int place, double low) {
    int i = place;
    for (int parent = (i - 1) / 2; i > 0 && heaps[root + parent] > low; parent = (i - 1) / 2) {
      heaps[root + i] = heaps[root + parent];
      i = parent;
    }
    heaps[root + i] = low;
  }

  private void sink(int root, double low) {
    int i = 0;
    for (int child = 1; child < k; child = 2 * i + 1) {
      if (child + 1 < k && heaps[root + child + 1] < heaps[root + child]) {
        child++;
      }
      if (heaps[root + child] >= low) {
        break;
      }
      heaps[root + i] = heaps[root + child];
      i = child;
    }
    heaps[root + i] = low;
  }
}
