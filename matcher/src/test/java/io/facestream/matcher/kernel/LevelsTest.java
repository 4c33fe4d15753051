package io.facestream.matcher.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.matcher.store.CodedRows;
import io.facestream.matcher.store.Embeddings;
import io.facestream.matcher.store.RowBlock;
import io.facestream.matcher.store.Rows;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each level of each kernel by itself, on rows and probes that are as bad for codes as can be: what
 * reaches the floor must pass, what passes must have the right product, and what is far off must
 * not pass.
 */
class LevelsTest {
  private static final int PROBES = 21;
  private static final int ROWS = 700;

  static Stream<Arguments> kernelsAndDimensions() {
    return Kernels.all().keySet().stream()
        .flatMap(k -> Stream.of(1, 100, 128, 129, 256, 500, 512).map(d -> Arguments.of(k, d)));
  }

  @ParameterizedTest(name = "dimension {1}, kernel {0}")
  @MethodSource("kernelsAndDimensions")
  void shouldLetThroughWhatReachesItsFloor(String name, int dimension) {
    ScanKernel kernel = Kernels.named(name);
    int stride = Rows.strideOf(dimension);
    Random random = new Random(dimension);
    try (Rows rows = rows(dimension, random);
        ProbeTile tile = new ProbeTile(PROBES, stride);
        Survivors found = new Survivors(tile.lanes())) {
      float[] probes = probes(rows.block(0), dimension, random);
      tile.load(new Probes(probes, PROBES, dimension, stride), 0, PROBES);
      double[][] cosines = cosines(kernel, tile, rows.block(0), probes, dimension);
      for (int round = 0; round < 20; round++) {
        double[] floors = new double[PROBES];
        for (int i = 0; i < PROBES; i++) {
          // The cosine of a row to the bit: that row must pass.
          floors[i] = round == 0 ? -1 : cosines[i][round == 1 ? i : random.nextInt(ROWS)];
          tile.requireAtLeast(i, floors[i]);
        }
        for (boolean many : new boolean[] {false, true}) {
          kernel.find(rows.block(0).coded(), 0, ROWS, tile, many, found);
          check(found, rows.block(0), tile, cosines, floors, true);
          kernel.complete(rows.block(0).coded(), tile, found);
          check(found, rows.block(0), tile, cosines, floors, false);
        }
        if (kernel.scansWhole()) {
          kernel.findWhole(rows.block(0).coded(), 0, ROWS, tile, found);
          check(found, rows.block(0), tile, cosines, floors, false);
        }
      }
    }
  }

  /**
   * @param coarse after level 1, whose products are of the high nibbles alone
   */
  private static void check(
      Survivors found,
      RowBlock block,
      ProbeTile tile,
      double[][] cosines,
      double[] floors,
      boolean coarse) {
    boolean[][] passed = new boolean[PROBES][ROWS];
    for (int i = 0; i < found.count(); i++) {
      int probe = found.probe(i);
      int row = found.row(i);
      assertThat(passed[probe][row]).as("twice").isFalse();
      passed[probe][row] = true;
      assertThat(found.product(i)).isEqualTo(product(block, tile, probe, row, coarse));
      float residual =
          coarse ? block.coded().coarseResiduals().get(row) : block.coded().residuals().get(row);
      assertThat(cosines[probe][row])
          .as("passed though far below its floor")
          .isGreaterThan(floors[probe] - 2 * tile.radius(probe, residual) - 1e-5);
    }
    for (int probe = 0; probe < PROBES; probe++) {
      for (int row = 0; row < ROWS; row++) {
        assertThat(passed[probe][row] || cosines[probe][row] < floors[probe])
            .as("row %d is lost, probe %d, at level %d", row, probe, coarse ? 1 : 2)
            .isTrue();
      }
    }
  }

  private static int product(RowBlock block, ProbeTile tile, int probe, int row, boolean high) {
    byte[] codes = new byte[tile.stride()];
    byte[] upper = new byte[tile.stride()];
    byte[] lower = new byte[tile.stride()];
    tile.codes(probe, codes);
    block.coded().unpack(block.coded().high(), row, upper);
    block.coded().unpack(block.coded().low(), row, lower);
    int sum = 0;
    for (int i = 0; i < codes.length; i++) {
      sum += codes[i] * (high ? upper[i] : 16 * upper[i] + lower[i] - 128);
    }
    return sum;
  }

  private static double[][] cosines(
      ScanKernel kernel, ProbeTile tile, RowBlock block, float[] probes, int dimension) {
    double[][] cosines = new double[PROBES][ROWS];
    Probes checked = new Probes(probes, PROBES, dimension, tile.stride());
    for (int i = 0; i < PROBES; i++) {
      for (int row = 0; row < ROWS; row++) {
        double dot = kernel.dot(tile, i, block, row);
        assertThat(dot).isEqualTo(new JavaScan().dot(tile, i, block, row));
        cosines[i][row] = dot / (checked.norm(i) * block.norm(row));
      }
    }
    return cosines;
  }

  private static Rows rows(int dimension, Random random) {
    Rows rows = new Rows(dimension, null);
    float[] scaled = new float[dimension];
    for (int i = 0; i < ROWS; i++) {
      float[] row = bad(i, dimension, random);
      rows.append(scaled, Embeddings.copyScaled(row, 0, scaled, 0, dimension, "row " + i));
    }
    return rows;
  }

  private static float[] probes(RowBlock block, int dimension, Random random) {
    float[] probes = new float[PROBES * dimension];
    for (int i = 0; i < PROBES; i++) {
      float[] probe =
          switch (i % 3) {
            case 0 -> bad(i / 3, dimension, random);
            case 1 -> missing(block, i, dimension, true);
            default -> missing(block, i, dimension, false);
          };
      System.arraycopy(probe, 0, probes, i * dimension, dimension);
    }
    return probes;
  }

  /**
   * What the code of a row leaves of it, in steps that int8 holds: nothing is further from what the
   * code says than this probe's cosine to the row. That is all of the bound.
   */
  private static float[] missing(RowBlock block, int row, int dimension, boolean coarse) {
    CodedRows coded = block.coded();
    byte[] upper = new byte[block.stride()];
    byte[] lower = new byte[block.stride()];
    coded.unpack(coded.high(), row, upper);
    coded.unpack(coded.low(), row, lower);
    double[] missing = new double[dimension];
    double largest = 1e-300;
    for (int i = 0; i < dimension; i++) {
      double said =
          coarse
              ? (2 * upper[i] - 15) * (double) coded.coarseScales().get(row)
              : (16 * upper[i] + lower[i] - 128) * (double) coded.scales().get(row);
      int at = (row * block.stride() + i) * Float.BYTES;
      missing[i] = block.exact().getFloat(at) / block.norm(row) - said;
      largest = Math.max(largest, Math.abs(missing[i]));
    }
    float[] probe = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      probe[i] = (float) Math.rint(127 * missing[i] / largest);
    }
    if (largest < 1e-9) {
      probe[0] = 1;
    }
    return probe;
  }

  /** What codes hold worst or just so. */
  private static float[] bad(int kind, int dimension, Random random) {
    float[] v = new float[dimension];
    switch (kind % 9) {
      case 0 -> Arrays.fill(v, 1);
      case 1 -> Arrays.fill(v, -Float.MIN_VALUE);
      case 2 -> v[random.nextInt(dimension)] = random.nextBoolean() ? 3e38f : -1e-44f;
      case 3 -> fill(v, () -> random.nextBoolean() ? 127 : -127);
      // One large component, and all others between two codes, or between two nibbles.
      case 4 -> {
        fill(v, () -> (random.nextBoolean() ? 0.5f : -0.5f));
        v[0] = 127;
      }
      case 5 -> {
        fill(v, () -> random.nextBoolean() ? 7.999f : -8.001f);
        v[dimension - 1] = -127;
      }
      case 6 -> fill(v, () -> Math.scalb(1f + random.nextFloat(), -random.nextInt(100)));
      default -> fill(v, () -> (float) random.nextGaussian());
    }
    return v;
  }

  private interface Component {
    float next();
  }

  private static void fill(float[] v, Component component) {
    for (int i = 0; i < v.length; i++) {
      v[i] = component.next();
    }
  }
}
