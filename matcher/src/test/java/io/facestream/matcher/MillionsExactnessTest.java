package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight million comparisons with rows of a gallery like a real one, in batches of every width. */
@Tag("thorough")
class MillionsExactnessTest {
  private static final int ROWS = 6_789;

  /** A least similarity like that of an alert. */
  private static final double ALERT = 0.42;

  @TempDir Path folder;

  @ParameterizedTest(name = "dimension {0}, k {1}, fp32 in a file {2}")
  @CsvSource({"128, 1, false", "256, 10, true", "512, 100, false"})
  void shouldEqualBruteForce(int dimension, int k, boolean inFile) {
    Random random = new Random(dimension);
    Map<String, float[]> gallery = new LinkedHashMap<>();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      float[] row = personLike(rows, dimension, random);
      rows.add(row);
      gallery.put("p" + i, row);
    }
    try (GallerySlice slice =
        GallerySlice.create(dimension, new SliceOptions(inFile ? folder : null))) {
      gallery.forEach(slice::put);
      for (int count : new int[] {1, 1, 3, 16, 64, 300}) {
        equalsBruteForce(slice, gallery, probes(rows, count, dimension, random), count, k);
      }
      assertThat(slice.work().scored()).isLessThan(385L * ROWS / 4);
    }
  }

  private static void equalsBruteForce(
      GallerySlice slice, Map<String, float[]> gallery, float[] probes, int count, int k) {
    int d = slice.dimension();
    List<List<Hit>> expected =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i -> Arrays.copyOfRange(probes, i * d, (i + 1) * d))
            .map(probe -> BruteForce.search(gallery, probe, k, -1))
            .toList();
    assertThat(slice.search(probes, count, k, -1)).isEqualTo(expected);
    assertThat(slice.search(probes, count, k, ALERT))
        .isEqualTo(
            expected.stream()
                .map(hits -> hits.stream().filter(hit -> hit.similarity() >= ALERT).toList())
                .toList());
  }

  /** A stranger, a mate, a near duplicate or a duplicate of one that is there. */
  private static float[] personLike(List<float[]> rows, int dimension, Random random) {
    if (rows.isEmpty() || random.nextInt(4) == 0) {
      return Vectors.random(random, dimension);
    }
    float[] known = rows.get(random.nextInt(rows.size()));
    return switch (random.nextInt(10)) {
      case 0 -> known.clone();
      case 1 -> Vectors.nudged(known, random);
      default -> Vectors.mateOf(known, 0.3 + 0.5 * random.nextDouble(), random);
    };
  }

  private static float[] probes(List<float[]> rows, int count, int dimension, Random random) {
    float[] probes = new float[count * dimension];
    for (int i = 0; i < count; i++) {
      float[] probe =
          i % 2 == 0
              ? Vectors.random(random, dimension)
              : Vectors.mateOf(rows.get(random.nextInt(ROWS)), 0.6, random);
      System.arraycopy(probe, 0, probes, i * dimension, dimension);
    }
    return probes;
  }
}
