package io.facestream.job.keys;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Spreads the partitions of {@code frames} evenly over the subtasks, also when they are few.
 *
 * <p>Hashing 16 camera ids onto 4 subtasks gives loads like 3/5/6/2. Cameras already sit in
 * partitions (camera-ingest deals them out one by one), so the job keys by partition and chooses
 * the key groups itself: each next partition gets the group that keeps the loads most even over
 * every parallelism up to {@value #EVEN_UP_TO}. The choice depends on neither the present
 * parallelism nor the set of cameras, so keyed state survives rescaling.
 */
public final class CameraSlots implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Parallelisms over which the loads are evened out; beyond it, cameras outnumber the noise. */
  static final int EVEN_UP_TO = 16;

  private final int[] keyOfSlot;

  /**
   * @param maxParallelism number of key groups of the job
   */
  public CameraSlots(int maxParallelism) {
    int[] keyOfGroup = KeyGroups.keyOfEachGroup(maxParallelism);
    keyOfSlot =
        Arrays.stream(groupsInDealingOrder(maxParallelism))
            .map(group -> keyOfGroup[group])
            .toArray();
  }

  /** The routing key of a partition of {@code frames}. */
  public int keyOf(int partition) {
    return keyOfSlot[partition % keyOfSlot.length];
  }

  /** Every key group once, each next one where it disturbs the balance least. */
  private static int[] groupsInDealingOrder(int groups) {
    int[][] load = new int[EVEN_UP_TO + 1][];
    for (int parallelism = 2; parallelism <= EVEN_UP_TO; parallelism++) {
      load[parallelism] = new int[parallelism];
    }
    boolean[] dealt = new boolean[groups];
    int[] order = new int[groups];
    for (int slot = 0; slot < groups; slot++) {
      int best = -1;
      double bestCost = Double.MAX_VALUE;
      for (int group = 0; group < groups; group++) {
        double cost = dealt[group] ? Double.MAX_VALUE : costOf(group, groups, load);
        if (cost < bestCost) {
          best = group;
          bestCost = cost;
        }
      }
      dealt[best] = true;
      order[slot] = best;
      for (int parallelism = 2; parallelism <= EVEN_UP_TO; parallelism++) {
        load[parallelism][subtaskOf(best, parallelism, groups)]++;
      }
    }
    return order;
  }

  /**
   * How much load the subtasks that would get this group carry already; small fleets weigh most.
   */
  private static double costOf(int group, int groups, int[][] load) {
    double cost = 0;
    for (int parallelism = 2; parallelism <= EVEN_UP_TO; parallelism++) {
      int[] loads = load[parallelism];
      int least = Arrays.stream(loads).min().orElse(0);
      int excess = loads[subtaskOf(group, parallelism, groups)] - least;
      cost += (double) excess * excess / parallelism;
    }
    return cost;
  }

  /** Flink's own assignment of key groups to subtasks. */
  static int subtaskOf(int group, int parallelism, int groups) {
    return group * parallelism / groups;
  }
}
