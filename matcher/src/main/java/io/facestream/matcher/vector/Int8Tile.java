package io.facestream.matcher.vector;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** By int8 rows, widened on the way: a quarter of the bytes of fp32, and memory is the limit. */
final class Int8Tile extends VectorTile {
  private static final VectorSpecies<Byte> NARROW =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(WIDE.vectorBitSize() / Float.BYTES));

  Int8Tile(int stride) {
    super(stride);
  }

  @Override
  ByteBuffer rowsOf(RowBlock block) {
    return block.codes();
  }

  @Override
  FloatVector load(ByteBuffer rows, int place) {
    return (FloatVector)
        ByteVector.fromByteBuffer(NARROW, rows, place, ByteOrder.nativeOrder()).castShape(WIDE, 0);
  }
}
