package io.facestream.job.keys;

import java.util.Arrays;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Keys that fall into a wanted key group.
 *
 * <p>Flink hashes a key to one of {@code maxParallelism} key groups and gives each subtask a
 * contiguous range of them. Where the job must decide who gets what (cameras, gallery buckets,
 * end-of-gallery markers), it picks an integer key that hashes to the group it wants.
 */
public final class KeyGroups {
  private KeyGroups() {}

  /**
   * For every key group the smallest non-negative integers that hash to it.
   *
   * @param maxParallelism number of key groups, 1…32768
   * @param perGroup how many keys each group needs
   * @return {@code int[maxParallelism][perGroup]}
   */
  public static int[][] keysOfEachGroup(int maxParallelism, int perGroup) {
    int[][] keys = new int[maxParallelism][perGroup];
    int[] found = new int[maxParallelism];
    int missing = maxParallelism * perGroup;
    for (int key = 0; missing > 0; key++) {
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism);
      if (found[group] < perGroup) {
        keys[group][found[group]++] = key;
        missing--;
      }
    }
    return keys;
  }

  /** For every key group one key that hashes to it. */
  public static int[] keyOfEachGroup(int maxParallelism) {
    return Arrays.stream(keysOfEachGroup(maxParallelism, 1)).mapToInt(keys -> keys[0]).toArray();
  }
}
