package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.matcher.kernel.Kernels;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer equals brute force in double to the bit, whatever the vectors and the changes. */
class ExactnessTest {
  static Stream<Arguments> kernelsAndDimensions() {
    return Kernels.all().keySet().stream()
        .flatMap(k -> Stream.of(1, 3, 17, 128, 200, 256, 512).map(d -> Arguments.of(k, d)));
  }

  @ParameterizedTest(name = "dimension {1}, kernel {0}")
  @MethodSource("kernelsAndDimensions")
  void shouldEqualBruteForceThroughInsertsUpdatesAndErases(String kernel, int dimension) {
    Random random = new Random(dimension);
    Map<String, float[]> gallery = new TreeMap<>();
    Map<String, Integer> labels = new HashMap<>();
    try (GallerySlice slice = slice(dimension, kernel)) {
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 900; i++) {
          String id = "p" + random.nextInt(3000);
          float[] embedding = anyKindOf(gallery, dimension, random);
          gallery.put(id, embedding);
          slice.put(id, embedding);
        }
        for (int i = 0; i < 300; i++) {
          String id = "p" + random.nextInt(3000);
          assertThat(slice.erase(id)).isEqualTo(gallery.remove(id) != null);
          labels.remove(id);
        }
        assertThat(slice.size()).isEqualTo(gallery.size());
        searchEqualsBruteForce(slice, gallery, 1 + random.nextInt(9), 1, -1, random);
        searchEqualsBruteForce(slice, gallery, 1 + random.nextInt(9), 10, -1, random);
        searchEqualsBruteForce(slice, gallery, 1, 100, -1, random);
        searchEqualsBruteForce(slice, gallery, 5, 10, 0.42, random);
        for (String id : gallery.keySet()) {
          if (random.nextInt(3) == 0) {
            labels.put(id, random.nextInt(5));
            slice.label(id, labels.get(id));
          }
        }
        searchEqualsASliceWithoutSomeLabels(slice, gallery, labels, random);
      }
    }
  }

  private static void searchEqualsASliceWithoutSomeLabels(
      GallerySlice slice,
      Map<String, float[]> gallery,
      Map<String, Integer> labels,
      Random random) {
    int dimension = slice.dimension();
    BitSet[] without = {BitSet.valueOf(new long[] {0b10110}), null, BitSet.valueOf(new long[] {1})};
    float[] probes = new float[without.length * dimension];
    for (int i = 0; i < without.length; i++) {
      System.arraycopy(anyKindOf(gallery, dimension, random), 0, probes, i * dimension, dimension);
    }
    List<List<Hit>> found = slice.search(probes, without.length, 10, -1, i -> without[i]);
    for (int i = 0; i < without.length; i++) {
      BitSet leftOut = without[i] == null ? new BitSet() : without[i];
      Map<String, float[]> left = new TreeMap<>(gallery);
      left.keySet().removeIf(id -> leftOut.get(labels.getOrDefault(id, 0)));
      assertThat(slice.sizeWithout(leftOut)).isEqualTo(left.size());
      float[] probe = Arrays.copyOfRange(probes, i * dimension, (i + 1) * dimension);
      assertThat(found.get(i)).isEqualTo(BruteForce.search(left, probe, 10, -1));
    }
  }

  private static GallerySlice slice(int dimension, String kernel) {
    return ExactSlice.create(dimension, SliceOptions.inMemory(), Kernels.named(kernel));
  }

  private static float[] anyKindOf(Map<String, float[]> gallery, int dimension, Random random) {
    float[] known =
        gallery.values().stream()
            .filter(ExactnessTest::hasOrdinaryScale)
            .findFirst()
            .orElseGet(() -> Vectors.random(random, dimension));
    return switch (random.nextInt(9)) {
      case 0 -> known.clone();
      case 1 -> Vectors.nudged(known, random);
      case 2 -> Vectors.mateOf(known, 0.3 + 0.5 * random.nextDouble(), random);
      case 3 -> Vectors.constant(dimension, random.nextBoolean() ? 1 : -1);
      case 4 -> Vectors.oneHot(dimension, random.nextInt(dimension), 3e38f);
      case 5 -> Vectors.oneHot(dimension, random.nextInt(dimension), Float.MIN_VALUE);
      case 6 -> Vectors.times(Vectors.random(random, dimension), 1e-30f);
      default -> Vectors.random(random, dimension);
    };
  }

  /** Mates of the extreme would overflow. */
  private static boolean hasOrdinaryScale(float[] vector) {
    return vector[0] != 0 && Math.abs(vector[0]) < 1e9 && Math.abs(vector[0]) > 1e-9;
  }

  private static void searchEqualsBruteForce(
      GallerySlice slice,
      Map<String, float[]> gallery,
      int count,
      int k,
      double min,
      Random random) {
    int dimension = slice.dimension();
    float[] probes = new float[count * dimension];
    for (int i = 0; i < count; i++) {
      float[] probe = anyKindOf(gallery, dimension, random);
      System.arraycopy(probe, 0, probes, i * dimension, dimension);
    }
    List<List<Hit>> found = slice.search(probes, count, k, min);
    assertThat(found).hasSize(count);
    for (int i = 0; i < count; i++) {
      float[] probe = Arrays.copyOfRange(probes, i * dimension, (i + 1) * dimension);
      assertThat(found.get(i)).isEqualTo(BruteForce.search(gallery, probe, k, min));
    }
  }
}
