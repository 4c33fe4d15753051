package io.facestream.matcher.kernel;

import io.facestream.matcher.store.Quantizer;
import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;

/** int8 by int8 in plain loops: the kernel that works everywhere. */
public final class ScalarKernel implements ProductKernel {
  private static final int TOGETHER = 16;

  private final int stride;
  private final Tiles<Tile> tiles = new Tiles<>(Tile::new);
  private final ThresholdScan scan = new ScalarThresholdScan();

  public ScalarKernel(int stride) {
    this.stride = stride;
  }

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public int most() {
    return TOGETHER;
  }

  @Override
  public ProbeTile tile(int index, Probes probes, int from, int to) {
    Tile tile = tiles.get(index);
    tile.load(probes, from, to);
    return tile;
  }

  @Override
  public void close() {}

  private final class Tile extends RunPerProbeTile {
    private final Quantizer quantizer = new Quantizer(stride);
    private final byte[] codes = new byte[TOGETHER * stride];

    Tile() {
      super(TOGETHER, scan);
    }

    void load(Probes probes, int from, int to) {
      reset(from, to);
      for (int i = 0; i < to - from; i++) {
        int probe = from + i;
        quantizer.quantize(
            probes.scaled(), probes.start(probe), probes.dimension(), probes.norm(probe));
        System.arraycopy(quantizer.codes(), 0, codes, i * stride, stride);
        hold(i, quantizer.scale(), quantizer.residual());
      }
    }

    @Override
    public void multiply(RowBlock block, int rows) {
      byte[] row = new byte[stride];
      ByteBuffer rowCodes = block.codes();
      for (int i = 0; i < rows; i++) {
        rowCodes.get(i * stride, row);
        for (int probe = 0; probe < count(); probe++) {
          products[probe * RowBlock.ROWS + i] = dot(codes, probe * stride, row);
        }
      }
    }

    private static int dot(byte[] probes, int start, byte[] row) {
      int sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += probes[start + i] * row[i];
      }
      return sum;
    }
  }
}
