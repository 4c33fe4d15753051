package io.facestream.matcher.vector;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * By the fp32 rows themselves, for processors without registers wide enough to widen int8, and to
 * compare. Rows are not of unit length and the test multiplies by the scale of the codes, so
 * products are divided by both.
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
    ByteBuffer all = block.exact();
    for (int row = 0; row < rows; row++) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += 2 * STEP) {
        s0 = load(all, start + i).fma(FloatVector.fromArray(WIDE, unit, i), s0);
        s1 = load(all, start + i + STEP).fma(FloatVector.fromArray(WIDE, unit, i + STEP), s1);
      }
      products[row] = sum(s0.add(s1)) * toCodes(block, row);
    }
  }

  @Override
  void two(RowBlock block, int rows) {
    ByteBuffer all = block.exact();
    for (int row = 0; row < rows; row++) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector y = load(all, start + i);
        s0 = y.fma(FloatVector.fromArray(WIDE, unit, i), s0);
        s1 = y.fma(FloatVector.fromArray(WIDE, unit, stride + i), s1);
      }
      products[row] = sum(s0) * toCodes(block, row);
      products[RowBlock.ROWS + row] = sum(s1) * toCodes(block, row);
    }
  }

  @Override
  void four(RowBlock block, int rows) {
    ByteBuffer all = block.exact();
    for (int row = 0; row < rows; row++) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector y = load(all, start + i);
        s0 = y.fma(FloatVector.fromArray(WIDE, unit, i), s0);
        s1 = y.fma(FloatVector.fromArray(WIDE, unit, stride + i), s1);
        s2 = y.fma(FloatVector.fromArray(WIDE, unit, 2 * stride + i), s2);
        s3 = y.fma(FloatVector.fromArray(WIDE, unit, 3 * stride + i), s3);
      }
      products[row] = sum(s0) * toCodes(block, row);
      products[RowBlock.ROWS + row] = sum(s1) * toCodes(block, row);
      products[2 * RowBlock.ROWS + row] = sum(s2) * toCodes(block, row);
      products[3 * RowBlock.ROWS + row] = sum(s3) * toCodes(block, row);
    }
  }

  private static FloatVector load(ByteBuffer rows, int place) {
    return FloatVector.fromByteBuffer(WIDE, rows, place * Float.BYTES, ByteOrder.nativeOrder());
  }

  private static float toCodes(RowBlock block, int row) {
    return (float) (1 / (block.norm(row) * block.scales()[row]));
  }
}
