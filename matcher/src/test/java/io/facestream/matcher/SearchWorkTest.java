package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.matcher.kernel.Kernels;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchWorkTest {
  private static final int DIMENSION = 128;
  private static final int ROWS = 3000;

  static Stream<String> kernels() {
    return Kernels.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void shouldCountWhatReachedEachLevel(String kernel) {
    Random random = new Random(1);
    float[] probes = Vectors.random(random, 2 * DIMENSION);
    try (GallerySlice slice =
        GallerySlice.create(DIMENSION, SliceOptions.inMemory(), Kernels.named(kernel))) {
      for (int i = 0; i < ROWS; i++) {
        slice.put("p" + i, Vectors.random(random, DIMENSION));
      }
      assertThat(slice.search(probes, 2, 1, 0.9)).allMatch(hits -> hits.isEmpty());
      SearchWork strangers = slice.work();
      assertThat(strangers).isEqualTo(new SearchWork(2 * ROWS, 0, 0, 0));
      slice.search(probes, 2, 10, -1);
      SearchWork all = slice.work().minus(strangers);
      assertThat(all.compared()).isEqualTo(2 * ROWS);
      assertThat(all.completed()).isLessThan(ROWS);
      assertThat(all.rowsWhole()).isLessThan(ROWS);
      assertThat(all.scored())
          .isGreaterThanOrEqualTo(20)
          .isLessThan(all.completed() + 2 * all.rowsWhole());
    }
  }
}
