package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.ProbeTile;
import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.ProductKernel;
import io.facestream.matcher.kernel.Tiles;
import java.util.function.Supplier;

/** Up to four fp32 probes at a time, by int8 or by fp32 rows. */
final class VectorKernel implements ProductKernel {
  static final int TOGETHER = 4;

  private final String name;
  private final Tiles<VectorTile> tiles;

  VectorKernel(String name, Supplier<VectorTile> maker) {
    this.name = name;
    this.tiles = new Tiles<>(maker);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int most() {
    return TOGETHER;
  }

  @Override
  public ProbeTile tile(int index, Probes probes, int from, int to) {
    VectorTile tile = tiles.get(index);
    tile.load(probes, from, to);
    return tile;
  }

  @Override
  public void close() {}
}
