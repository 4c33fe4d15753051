package io.facestream.matcher.onednn;

import io.facestream.matcher.kernel.ProbeTile;
import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.ProductKernel;
import io.facestream.matcher.kernel.ThresholdScan;
import io.facestream.matcher.kernel.Tiles;
import io.facestream.matcher.store.NativeMemory;
import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;

/**
 * int8 by int8 through oneDNN, probes in tiles of 16, 32, 48 or 64: the block and the products of
 * one tile then stay in the second-level cache between product, test and next tile.
 */
final class OneDnnKernel implements ProductKernel {
  private static final int LANES_STEP = 16;

  private final engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
  private final stream stream = new stream(engine);
  private final NativeMemory products = NativeMemory.allocate(RowBlock.ROWS * MOST * Float.BYTES);
  private final BytePointer productsAddress = new BytePointer(products.buffer());
  private final List<OneDnnProduct> productOfLanes = new ArrayList<>();
  private final List<Tiles<OneDnnTile>> tilesOfLanes = new ArrayList<>();
  // An address costs a native call and an object; a block has the same one all its life.
  private final Map<RowBlock, BytePointer> addresses = new WeakHashMap<>();

  OneDnnKernel(int stride, ThresholdScan scan) {
    for (int lanes = LANES_STEP; lanes <= MOST; lanes += LANES_STEP) {
      int tileLanes = lanes;
      OneDnnProduct product = new OneDnnProduct(engine, stream, stride, lanes, productsAddress);
      productOfLanes.add(product);
      tilesOfLanes.add(new Tiles<>(() -> new OneDnnTile(this, product, scan, stride, tileLanes)));
    }
  }

  @Override
  public String name() {
    return "onednn-int8/" + productOfLanes.get(0).implementation();
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public ProbeTile tile(int index, Probes probes, int from, int to) {
    Tiles<OneDnnTile> tiles = tilesOfLanes.get((to - from - 1) / LANES_STEP);
    // Only the last tile of a batch is not full, so it is the first of its width.
    OneDnnTile tile = tiles.get(to - from > MOST - LANES_STEP ? index : 0);
    tile.load(probes, from, to);
    return tile;
  }

  engine engine() {
    return engine;
  }

  stream stream() {
    return stream;
  }

  /** {@code float[1024 * lanes]} of the last product. */
  ByteBuffer products() {
    return products.buffer();
  }

  BytePointer addressOf(RowBlock block) {
    return addresses.computeIfAbsent(block, b -> new BytePointer(b.codes()));
  }

  @Override
  public void close() {
    tilesOfLanes.forEach(tiles -> tiles.made().forEach(OneDnnTile::close));
    productOfLanes.forEach(OneDnnProduct::close);
    addresses.clear();
    products.close();
    stream.close();
    engine.close();
  }
}
