package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.RunPerProbeTile;
import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** fp32 probes at unit length, and the rounding that products with them suffer. */
abstract class VectorTile extends RunPerProbeTile {
  static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int STEP = WIDE.length();

  private final float[] unit;
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
    ByteBuffer all = rowsOf(block);
    switch (count()) {
      case 1 -> one(all, unit, products, stride, apart);
      case 2 -> two(all, unit, 0, products, stride, apart);
      default -> {
        // Sums for four probes at a time would be more than there are registers.
        two(all, unit, 0, products, stride, apart);
        two(all, unit, 2, products, stride, apart);
      }
    }
    finish(block, rows);
  }

  /** Brings the products to the scale of the codes, which the test multiplies by. */
  void finish(RowBlock block, int rows) {}

  /** What the products are of. */
  abstract ByteBuffer rowsOf(RowBlock block);

  /**
   * As many components as a register holds. A process uses one of the two subclasses, so this is
   * inlined.
   */
  abstract FloatVector load(ByteBuffer rows, int place);

  /** Rows {@code i + j · apart}, 0 ≤ i &lt; apart, 0 ≤ j &lt; 4, by one probe. */
  private void one(ByteBuffer all, float[] x, float[] out, int stride, int apart) {
    int step = apart * stride;
    for (int row = 0; row < apart; row++) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector p = FloatVector.fromArray(WIDE, x, i);
        s0 = load(all, start + i).fma(p, s0);
        s1 = load(all, start + step + i).fma(p, s1);
        s2 = load(all, start + 2 * step + i).fma(p, s2);
        s3 = load(all, start + 3 * step + i).fma(p, s3);
      }
      out[row] = sum(s0);
      out[row + apart] = sum(s1);
      out[row + 2 * apart] = sum(s2);
      out[row + 3 * apart] = sum(s3);
    }
  }

  /** The same by two probes. */
  private void two(ByteBuffer all, float[] x, int first, float[] out, int stride, int apart) {
    int one = first * stride;
    int other = one + stride;
    int outOfOne = first * RowBlock.ROWS;
    int outOfOther = outOfOne + RowBlock.ROWS;
    int step = apart * stride;
    for (int row = 0; row < apart; row++) {
      FloatVector s00 = FloatVector.zero(WIDE);
      FloatVector s01 = s00;
      FloatVector s02 = s00;
      FloatVector s03 = s00;
      FloatVector s10 = s00;
      FloatVector s11 = s00;
      FloatVector s12 = s00;
      FloatVector s13 = s00;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector p0 = FloatVector.fromArray(WIDE, x, one + i);
        FloatVector p1 = FloatVector.fromArray(WIDE, x, other + i);
        FloatVector y0 = load(all, start + i);
        s00 = y0.fma(p0, s00);
        s10 = y0.fma(p1, s10);
        FloatVector y1 = load(all, start + step + i);
        s01 = y1.fma(p0, s01);
        s11 = y1.fma(p1, s11);
        FloatVector y2 = load(all, start + 2 * step + i);
        s02 = y2.fma(p0, s02);
        s12 = y2.fma(p1, s12);
        FloatVector y3 = load(all, start + 3 * step + i);
        s03 = y3.fma(p0, s03);
        s13 = y3.fma(p1, s13);
      }
      out[outOfOne + row] = sum(s00);
      out[outOfOne + row + apart] = sum(s01);
      out[outOfOne + row + 2 * apart] = sum(s02);
      out[outOfOne + row + 3 * apart] = sum(s03);
      out[outOfOther + row] = sum(s10);
      out[outOfOther + row + apart] = sum(s11);
      out[outOfOther + row + 2 * apart] = sum(s12);
      out[outOfOther + row + 3 * apart] = sum(s13);
    }
  }

  private static float sum(FloatVector v) {
    return v.reduceLanes(VectorOperators.ADD);
  }
}
