package io.facestream.job.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryBucketsTest {
  private static final int MAX_PARALLELISM = 256;

  private final GalleryBuckets buckets = new GalleryBuckets(MAX_PARALLELISM);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7})
  void shouldDivideTemplatesEvenly(int parallelism) {
    int templates = 20_000;
    int[] sizes = new int[parallelism];
    for (int i = 0; i < templates; i++) {
      int key = buckets.keyOf("person-" + i / 3 + "/" + i % 3);
      sizes[
          KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism)]++;
    }
    double fair = (double) templates / parallelism;
    assertThat(Arrays.stream(sizes).boxed())
        .allSatisfy(size -> assertThat((double) size).isBetween(fair * 0.9, fair * 1.1));
  }

  @Test
  void shouldReachEveryKeyGroupByItsKey() {
    for (int group = 0; group < buckets.groups(); group++) {
      assertThat(
              KeyGroupRangeAssignment.assignToKeyGroup(buckets.keyOfGroup(group), MAX_PARALLELISM))
          .isEqualTo(group);
    }
  }

  @Test
  void shouldKeyATemplateTheSameWayForEver() {
    // Part of the layout of savepoints: a change here loses every gallery.
    assertThat(buckets.keyOf("ada/1")).isEqualTo(2464);
    assertThat(buckets.keyOf("p-17/2")).isEqualTo(4787);
  }
}
