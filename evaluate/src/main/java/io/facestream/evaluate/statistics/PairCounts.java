package io.facestream.evaluate.statistics;

import java.util.HashMap;
import java.util.Map;

/** How often something happened between two people; only pairs with whom it did take room. */
public final class PairCounts {
  private record Pair(int one, int other) {}

  private final Map<Pair, Integer> counts = new HashMap<>();
  private int[] ones;
  private int[] others;
  private int[] times;

  /** Counts once more for these two. */
  public void add(int one, int other) {
    counts.merge(new Pair(Math.min(one, other), Math.max(one, other)), 1, Integer::sum);
    times = null;
  }

  /** Of all pairs. */
  public long sum() {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Of all pairs, each as often as its two people were drawn together. */
  double weighted(int[] drawn) {
    freeze();
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      sum += (double) drawn[ones[i]] * drawn[others[i]] * times[i];
    }
    return sum;
  }

  private synchronized void freeze() {
    if (times != null) {
      return;
    }
    ones = new int[counts.size()];
    others = new int[counts.size()];
    int[] all = new int[counts.size()];
    int i = 0;
    for (Map.Entry<Pair, Integer> count : counts.entrySet()) {
      ones[i] = count.getKey().one();
      others[i] = count.getKey().other();
      all[i++] = count.getValue();
    }
    times = all;
  }
}
