package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.matcher.kernel.Kernels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels multiply rows that lie far apart in a block, past its live rows too. What was erased
 * there would have been the best answer.
 */
class PartlyFilledBlocksTest {
  private static final int MOST_PROBES = 70;
  private static final int[] BATCHES = {1, 2, 3, 4, 5, 16, 17, 32, 33, MOST_PROBES};

  static Stream<Arguments> kernelsAndSizes() {
    return Kernels.all().keySet().stream()
        .flatMap(
            kernel ->
                Stream.of(1, 15, 31, 32, 33, 255, 256, 257, 511, 513, 1023, 1024, 1025, 2049)
                    .map(size -> Arguments.of(kernel, size)));
  }

  @ParameterizedTest(name = "{1} rows, kernel {0}")
  @MethodSource("kernelsAndSizes")
  void shouldEqualBruteForceAndSeeNothingPastTheLiveRows(String kernel, int size) {
    int dimension = size % 2 == 0 ? 128 : 70;
    Random random = new Random(size);
    float[][] probes = new float[MOST_PROBES][];
    Arrays.setAll(probes, i -> Vectors.random(random, dimension));
    Map<String, float[]> gallery = new LinkedHashMap<>();
    try (GallerySlice slice =
        ExactSlice.create(dimension, SliceOptions.inMemory(), Kernels.named(kernel))) {
      for (int i = 0; i < size; i++) {
        float[] row = Vectors.random(random, dimension);
        gallery.put("p" + i, row);
        slice.put("p" + i, row);
      }
      for (int i = 0; i < MOST_PROBES; i++) {
        slice.put("erased" + i, probes[i]);
      }
      for (int i = MOST_PROBES - 1; i >= 0; i--) {
        slice.erase("erased" + i);
      }
      for (int count : BATCHES) {
        searchEqualsBruteForce(slice, gallery, probes, count);
      }
    }
  }

  private static void searchEqualsBruteForce(
      GallerySlice slice, Map<String, float[]> gallery, float[][] probes, int count) {
    int dimension = slice.dimension();
    float[] batch = new float[count * dimension];
    for (int i = 0; i < count; i++) {
      System.arraycopy(probes[i], 0, batch, i * dimension, dimension);
    }
    var found = slice.search(batch, count, 5, -1);
    for (int i = 0; i < count; i++) {
      assertThat(found.get(i)).isEqualTo(BruteForce.search(gallery, probes[i], 5, -1));
    }
  }
}
