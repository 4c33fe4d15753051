package io.facestream.job.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 256})
  void shouldGiveEachBucketToTheSliceThatOwnsIt(int slices) {
    for (int slice = 0; slice < slices; slice++) {
      int owner = slice;
      assertThat(Arrays.stream(buckets.of(slice, slices)).boxed())
          .isNotEmpty()
          .allSatisfy(
              key ->
                  assertThat(
                          KeyGroupRangeAssignment.assignKeyToParallelOperator(
                              key, MAX_PARALLELISM, slices))
                      .isEqualTo(owner));
    }
    assertThat(
            IntStream.range(0, slices)
                .flatMap(slice -> Arrays.stream(buckets.of(slice, slices)))
                .boxed())
        .doesNotHaveDuplicates()
        .hasSize(MAX_PARALLELISM * 16);
  }

  @Test
  void shouldKeyATemplateTheSameWayForEver() {
    // Part of the layout of savepoints: a change here loses every gallery.
    assertThat(buckets.keyOf("ada/1")).isEqualTo(2464);
    assertThat(buckets.keyOf("p-17/2")).isEqualTo(4787);
  }
}
