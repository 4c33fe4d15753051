package io.facestream.matcher.vector;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;

/**
 * By the fp32 rows themselves, for processors without registers wide enough to widen int8, and to
 * compare with.
 */
final class Fp32Tile extends VectorTile {
  Fp32Tile(int stride) {
    super(stride);
  }

  @Override
  ByteBuffer rowsOf(RowBlock block) {
    return block.exact();
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

  @Override
  FloatVector load(ByteBuffer rows, int place) {
    return FloatVector.fromByteBuffer(WIDE, rows, place * Float.BYTES, ByteOrder.nativeOrder());
  }
}
