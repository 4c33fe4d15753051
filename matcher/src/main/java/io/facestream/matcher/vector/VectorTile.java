package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.RunPerProbeTile;
import io.facestream.matcher.store.RowBlock;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** fp32 probes at unit length, and the rounding that products with them suffer. */
abstract class VectorTile extends RunPerProbeTile {
  protected final float[] unit;
  private final int stride;

  VectorTile(int stride) {
    super(VectorKernel.TOGETHER, new VectorThresholdScan());
    this.stride = stride;
    this.unit = new float[VectorKernel.TOGETHER * stride];
  }

  /**
   * A sum of n products in fp32, in any order, errs by at most γₙ|x||y|, γₙ = nu/(1 − nu), u = 2⁻²⁴
   * (Higham, Accuracy and Stability of Numerical Algorithms, §3.1); the few operations besides are
   * covered by n = stride + 8.
   */
  final void load(Probes probes, int from, int to) {
    reset(from, to);
    double nu = (stride + 8) * 0x1p-24;
    float error = Math.nextUp((float) (nu / (1 - nu)));
    for (int i = 0; i < to - from; i++) {
      int start = probes.start(from + i);
      for (int j = 0; j < stride; j++) {
        unit[i * stride + j] = (float) (probes.scaled()[start + j] / probes.norm(from + i));
      }
      hold(i, 1, error);
    }
  }

  /**
   * Rows multiplied together lie a quarter of the block apart, each in a run of its own: memory
   * hands over four runs at once faster than one (51 instead of 102 ms a million rows of 512).
   */
  @Override
  public final void multiply(RowBlock block, int rows) {
    int apart = (rows + 3) / 4; // what lies past the live rows is there, and is not looked at
    switch (count()) {
      case 1 -> one(block, apart);
      case 2 -> two(block, 0, apart);
      default -> {
        // Sums for four probes at a time would be more than there are registers.
        two(block, 0, apart);
        two(block, 2, apart);
      }
    }
    finish(block, rows);
  }

  /** Brings the products to the scale of the codes, which the test multiplies by. */
  void finish(RowBlock block, int rows) {}

  /** Multiplies rows {@code i + j · apart}, 0 ≤ i &lt; apart, 0 ≤ j &lt; 4, with the probe. */
  abstract void one(RowBlock block, int apart);

  /** The same with two probes. */
  abstract void two(RowBlock block, int first, int apart);

  static float sum(FloatVector v) {
    return v.reduceLanes(VectorOperators.ADD);
  }
}
