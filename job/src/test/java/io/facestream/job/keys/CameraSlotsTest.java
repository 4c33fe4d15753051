package io.facestream.job.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraSlotsTest {
  private static final int MAX_PARALLELISM = 256;

  private final CameraSlots slots = new CameraSlots(MAX_PARALLELISM);

  @ParameterizedTest
  @CsvSource({"16,4", "8,4", "4,4", "2,2", "3,3", "16,8", "16,2", "12,3", "5,4", "6,6"})
  void shouldSpreadFewCamerasEvenly(int cameras, int parallelism) {
    int[] loads = loads(cameras, parallelism);
    int spread = IntStream.of(loads).max().orElseThrow() - IntStream.of(loads).min().orElseThrow();
    assertThat(spread)
        .as("loads of %d cameras on %d subtasks: %s", cameras, parallelism, loads)
        .isLessThanOrEqualTo(1);
  }

  @Test
  void shouldStayWithinTwoOfEvenAtEveryParallelism() {
    for (int parallelism = 1; parallelism <= CameraSlots.EVEN_UP_TO; parallelism++) {
      for (int cameras = 1; cameras <= 64; cameras++) {
        assertThat(IntStream.of(loads(cameras, parallelism)).max().orElseThrow())
            .as("most loaded of %d subtasks with %d cameras", parallelism, cameras)
            .isLessThanOrEqualTo((cameras + parallelism - 1) / parallelism + 2);
      }
    }
  }

  @Test
  void shouldGiveEachOfTheFirstSlotsAKeyOfItsOwn() {
    Set<Integer> keys = new HashSet<>();
    for (int partition = 0; partition < MAX_PARALLELISM; partition++) {
      keys.add(slots.keyOf(partition));
    }
    assertThat(keys).hasSize(MAX_PARALLELISM);
    assertThat(slots.keyOf(MAX_PARALLELISM)).isEqualTo(slots.keyOf(0));
  }

  private int[] loads(int cameras, int parallelism) {
    int[] loads = new int[parallelism];
    for (int partition = 0; partition < cameras; partition++) {
      loads[
          KeyGroupRangeAssignment.assignKeyToParallelOperator(
              slots.keyOf(partition), MAX_PARALLELISM, parallelism)]++;
    }
    return loads;
  }
}
