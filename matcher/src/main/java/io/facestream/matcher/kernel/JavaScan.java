package io.facestream.matcher.kernel;

import io.facestream.matcher.store.CodedRows;
import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;

/** Plain loops: the kernel that works everywhere. */
final class JavaScan implements ScanKernel {
  private static final int LANES = 8;

  @Override
  public String name() {
    return "java";
  }

  @Override
  public boolean hasTwoWays() {
    return false;
  }

  @Override
  public void find(
      CodedRows rows, int fromRow, int toRow, ProbeTile tile, boolean many, Survivors found) {
    byte[][] codes = codesOf(tile);
    byte[] nibbles = new byte[tile.stride()];
    found.clear();
    for (int row = fromRow; row < toRow; row++) {
      rows.unpack(rows.high(), row, nibbles);
      float scale = rows.coarseScales().get(row);
      float residual = rows.coarseResiduals().get(row);
      for (int probe = 0; probe < codes.length; probe++) {
        int product = dot(codes[probe], nibbles);
        float coarse = 2 * product - 15 * tile.sum(probe);
        if (coarse * scale + residual * tile.slope(probe) >= tile.floor(probe)) {
          found.add(row, probe, product);
        }
      }
    }
  }

  @Override
  public void complete(CodedRows rows, ProbeTile tile, Survivors found) {
    byte[][] codes = codesOf(tile);
    byte[] nibbles = new byte[tile.stride()];
    int unpacked = -1;
    int count = found.count();
    found.clear();
    for (int i = 0; i < count; i++) {
      int row = found.row(i);
      int probe = found.probe(i);
      if (row != unpacked) {
        rows.unpack(rows.low(), row, nibbles);
        unpacked = row;
      }
      int product = 16 * found.product(i) + dot(codes[probe], nibbles) - 128 * tile.sum(probe);
      if (product * rows.scales().get(row) + rows.residuals().get(row) * tile.slope(probe)
          >= tile.floor(probe)) {
        found.add(row, probe, product);
      }
    }
  }

  @Override
  public double dot(ProbeTile tile, int probe, RowBlock block, int row) {
    ByteBuffer x = tile.exact();
    ByteBuffer y = block.exact();
    int bytes = tile.stride() * Float.BYTES;
    double[] lanes = new double[LANES];
    for (int i = 0; i < bytes; i += LANES * Float.BYTES) {
      for (int lane = 0; lane < LANES; lane++) {
        int at = i + lane * Float.BYTES;
        lanes[lane] += (double) x.getFloat(probe * bytes + at) * y.getFloat(row * bytes + at);
      }
    }
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
        + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
  }

  private static byte[][] codesOf(ProbeTile tile) {
    byte[][] codes = new byte[tile.count()][tile.stride()];
    for (int i = 0; i < codes.length; i++) {
      tile.codes(i, codes[i]);
    }
    return codes;
  }

  private static int dot(byte[] probe, byte[] nibbles) {
    int sum = 0;
    for (int i = 0; i < nibbles.length; i++) {
      sum += probe[i] * nibbles[i];
    }
    return sum;
  }
}
