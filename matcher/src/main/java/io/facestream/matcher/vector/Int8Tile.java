package io.facestream.matcher.vector;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** By int8 rows, widened on the way: a quarter of the bytes of fp32, and memory is the limit. */
final class Int8Tile extends VectorTile {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> NARROW =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(WIDE.vectorBitSize() / Float.BYTES));
  private static final int STEP = WIDE.length();

  private final int stride;

  Int8Tile(int stride) {
    super(stride);
    this.stride = stride;
  }

  @Override
  void one(RowBlock block, int rows) {
    ByteBuffer all = block.codes();
    for (int row = 0; row < rows; row++) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += 2 * STEP) {
        s0 = load(all, start + i).fma(FloatVector.fromArray(WIDE, unit, i), s0);
        s1 = load(all, start + i + STEP).fma(FloatVector.fromArray(WIDE, unit, i + STEP), s1);
      }
      products[row] = sum(s0.add(s1));
    }
  }

  @Override
  void two(RowBlock block, int rows) {
    ByteBuffer all = block.codes();
    for (int row = 0; row < rows; row++) {
      FloatVector s0 = FloatVector.zero(WIDE);
      FloatVector s1 = s0;
      int start = row * stride;
      for (int i = 0; i < stride; i += STEP) {
        FloatVector y = load(all, start + i);
        s0 = y.fma(FloatVector.fromArray(WIDE, unit, i), s0);
        s1 = y.fma(FloatVector.fromArray(WIDE, unit, stride + i), s1);
      }
      products[row] = sum(s0);
      products[RowBlock.ROWS + row] = sum(s1);
    }
  }

  @Override
  void four(RowBlock block, int rows) {
    ByteBuffer all = block.codes();
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
      products[row] = sum(s0);
      products[RowBlock.ROWS + row] = sum(s1);
      products[2 * RowBlock.ROWS + row] = sum(s2);
      products[3 * RowBlock.ROWS + row] = sum(s3);
    }
  }

  private static FloatVector load(ByteBuffer rows, int place) {
    return (FloatVector)
        ByteVector.fromByteBuffer(NARROW, rows, place, ByteOrder.nativeOrder())
            .convertShape(VectorOperators.B2F, WIDE, 0);
  }
}
