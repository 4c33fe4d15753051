package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.matcher.kernel.Kernels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With each kernel some twenty million comparisons with rows of a gallery like a real one, in
 * batches of every width, with every kernel, and again when some are erased and some out of scope.
 */
@Tag("thorough")
class MillionsExactnessTest {
  private static final int ROWS = 6_789;
  private static final int[] BATCHES = {1, 1, 3, 16, 64, 300};

  /** A least similarity like that of an alert. */
  private static final double ALERT = 0.42;

  /** Every third row has it. */
  private static final BitSet LABEL = BitSet.valueOf(new long[] {0b10});

  @TempDir Path folder;

  @ParameterizedTest(name = "dimension {0}, k {1}, fp32 in a file {2}")
  @CsvSource({"128, 1, false", "200, 3, false", "256, 10, true", "512, 100, false"})
  void shouldEqualBruteForce(int dimension, int k, boolean inFile) {
    Random random = new Random(dimension);
    Map<String, float[]> gallery = new LinkedHashMap<>();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      float[] row = personLike(rows, dimension, random);
      rows.add(row);
      gallery.put("p" + i, row);
    }
    List<float[]> batches = new ArrayList<>();
    for (int count : BATCHES) {
      batches.add(probes(rows, count, dimension, random));
    }
    List<List<List<Hit>>> all = bruteForce(gallery, batches, dimension, k);
    Map<String, float[]> inScope = new LinkedHashMap<>(gallery);
    List<String> outOfScope = IntStream.range(0, ROWS / 3).mapToObj(i -> "p" + 3 * i).toList();
    inScope.keySet().removeAll(outOfScope);
    List<List<List<Hit>>> scoped = bruteForce(inScope, batches, dimension, k);
    Kernels.all()
        .forEach(
            (name, kernel) -> {
              SliceOptions options = new SliceOptions(inFile ? folder : null);
              try (GallerySlice slice = ExactSlice.create(dimension, options, kernel)) {
                gallery.forEach(slice::put);
                equal(slice, batches, k, all, null);
                assertThat(slice.work().scored()).as(name).isLessThan(385L * ROWS / 4);
                outOfScope.forEach(id -> slice.label(id, 1));
                equal(slice, batches, k, scoped, LABEL);
                outOfScope.forEach(slice::erase);
                equal(slice, batches, k, scoped, null);
              }
            });
  }

  private static List<List<List<Hit>>> bruteForce(
      Map<String, float[]> gallery, List<float[]> batches, int d, int k) {
    return batches.stream()
        .map(
            batch ->
                IntStream.range(0, batch.length / d)
                    .parallel()
                    .mapToObj(i -> Arrays.copyOfRange(batch, i * d, (i + 1) * d))
                    .map(probe -> BruteForce.search(gallery, probe, k, -1))
                    .toList())
        .toList();
  }

  private static void equal(
      GallerySlice slice,
      List<float[]> batches,
      int k,
      List<List<List<Hit>>> expected,
      BitSet without) {
    for (int i = 0; i < batches.size(); i++) {
      float[] probes = batches.get(i);
      int count = probes.length / slice.dimension();
      assertThat(slice.search(probes, count, k, -1, probe -> without)).isEqualTo(expected.get(i));
      assertThat(slice.search(probes, count, k, ALERT, probe -> without))
          .isEqualTo(expected.get(i).stream().map(MillionsExactnessTest::alerts).toList());
    }
  }

  private static List<Hit> alerts(List<Hit> hits) {
    return hits.stream().filter(hit -> hit.similarity() >= ALERT).toList();
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
