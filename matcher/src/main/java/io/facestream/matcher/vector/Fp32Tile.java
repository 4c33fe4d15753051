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
  void one(RowBlock block, int rows) {
    one(block.exact(), unit, products, stride, rows);
  }

  /** Four rows share each load of the probe; whole blocks have a multiple of four. */
  private static void one(ByteBuffer all, float[] x, float[] out, int stride, int rows) {
    for (int row = 0; row < rows; row += 4) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector p = FloatVector.fromArray(WIDE, x, i);
        s0 = load(all, start + i).fma(p, s0);
        s1 = load(all, start + stride + i).fma(p, s1);
        s2 = load(all, start + 2 * stride + i).fma(p, s2);
        s3 = load(all, start + 3 * stride + i).fma(p, s3);
      }
      out[row] = sum(s0);
      out[row + 1] = sum(s1);
      out[row + 2] = sum(s2);
      out[row + 3] = sum(s3);
    }
  }

  @Override
  void two(RowBlock block, int rows) {
    two(block.exact(), unit, products, stride, rows);
  }

  private static void two(ByteBuffer all, float[] x, float[] out, int stride, int rows) {
    for (int row = 0; row < rows; row += 2) {
      FloatVector s00 = FloatVector.zero(WIDE);
      FloatVector s01 = s00;
      FloatVector s10 = s00;
      FloatVector s11 = s00;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector y0 = load(all, start + i);
        FloatVector y1 = load(all, start + stride + i);
        FloatVector p0 = FloatVector.fromArray(WIDE, x, i);
        FloatVector p1 = FloatVector.fromArray(WIDE, x, stride + i);
        s00 = y0.fma(p0, s00);
        s01 = y1.fma(p0, s01);
        s10 = y0.fma(p1, s10);
        s11 = y1.fma(p1, s11);
      }
      out[row] = sum(s00);
      out[row + 1] = sum(s01);
      out[RowBlock.ROWS + row] = sum(s10);
      out[RowBlock.ROWS + row + 1] = sum(s11);
    }
  }

  @Override
  void four(RowBlock block, int rows) {
    four(block.exact(), unit, products, stride, rows);
  }

  private static void four(ByteBuffer all, float[] x, float[] out, int stride, int rows) {
    for (int row = 0; row < rows; row++) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector y = load(all, start + i);
        s0 = y.fma(FloatVector.fromArray(WIDE, x, i), s0);
        s1 = y.fma(FloatVector.fromArray(WIDE, x, stride + i), s1);
        s2 = y.fma(FloatVector.fromArray(WIDE, x, 2 * stride + i), s2);
        s3 = y.fma(FloatVector.fromArray(WIDE, x, 3 * stride + i), s3);
      }
      out[row] = sum(s0);
      out[RowBlock.ROWS + row] = sum(s1);
      out[2 * RowBlock.ROWS + row] = sum(s2);
      out[3 * RowBlock.ROWS + row] = sum(s3);
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
