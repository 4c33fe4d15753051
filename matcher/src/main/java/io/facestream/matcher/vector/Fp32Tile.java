package io.facestream.matcher.vector;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * By the fp32 rows themselves, for processors without registers wide enough to widen int8, and to
 * compare with.
 */
final class Fp32Tile extends VectorTile {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;

  private static final int STEP = WIDE.length();

  private final int stride;

  Fp32Tile(int stride) {
    super(stride);
    this.stride = stride;
  }

  @Override
  void one(RowBlock block, int apart) {
    one(block.exact(), unit, products, stride, apart);
  }

  private static void one(ByteBuffer all, float[] x, float[] out, int stride, int apart) {
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

  @Override
  void two(RowBlock block, int first, int apart) {
    two(block.exact(), unit, first, products, stride, apart);
  }

  private static void two(
      ByteBuffer all, float[] x, int first, float[] out, int stride, int apart) {
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

  /** These rows are not of unit length, and the test multiplies by the scale of the codes. */
  @Override
  void finish(RowBlock block, int rows) {
    for (int row = 0; row < rows; row++) {
      float toCodes = (float) (1 / (block.norm(row) * block.scales()[row]));
      for (int probe = 0; probe < count(); probe++) {
        products[probe * RowBlock.ROWS + row] *= toCodes;
      }
    }
  }

  private static FloatVector load(ByteBuffer rows, int place) {
    return FloatVector.fromByteBuffer(WIDE, rows, place * Float.BYTES, ByteOrder.nativeOrder());
  }
}
