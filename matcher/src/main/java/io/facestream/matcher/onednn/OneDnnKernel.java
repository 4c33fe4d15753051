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

/** int8 by int8 through oneDNN. Probes go in tiles of 16, 32, 64, 128 or 256 lanes. */
final class OneDnnKernel implements ProductKernel {
  private static final int[] WIDTHS = {16, 32, 64, 128, MOST};

  private final engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
  private final stream stream = new stream(engine);
  private final NativeMemory products = NativeMemory.allocate(RowBlock.ROWS * MOST * Float.BYTES);
  private final BytePointer productsAddress = new BytePointer(products.buffer());
  private final int stride;
  private final OneDnnProduct[] productOfWidth = new OneDnnProduct[WIDTHS.length];
  private final List<Tiles<OneDnnTile>> tilesOfWidth = new ArrayList<>();
  // An address costs a native call and an object; a block has the same one all its life.
  private final Map<RowBlock, BytePointer> addresses = new WeakHashMap<>();

  OneDnnKernel(int stride, ThresholdScan scan) {
    this.stride = stride;
    for (int i = 0; i < WIDTHS.length; i++) {
      int width = i;
      tilesOfWidth.add(
          new Tiles<>(() -> new OneDnnTile(this, product(width), scan, stride, WIDTHS[width])));
    }
  }

  /** Made when first needed: compiling one takes oneDNN some milliseconds. */
  private OneDnnProduct product(int width) {
    if (productOfWidth[width] == null) {
      productOfWidth[width] =
          new OneDnnProduct(engine, stream, stride, WIDTHS[width], productsAddress);
    }
    return productOfWidth[width];
  }

  @Override
  public String name() {
    return "onednn-int8/" + product(0).implementation();
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public ProbeTile tile(int index, Probes probes, int from, int to) {
    int width = 0;
    while (WIDTHS[width] < to - from) {
      width++;
    }
    // Only the last tile of a batch is not full, so a narrower one is the first of its width.
    OneDnnTile tile = tilesOfWidth.get(width).get(WIDTHS[width] == MOST ? index : 0);
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
    tilesOfWidth.forEach(tiles -> tiles.made().forEach(OneDnnTile::close));
    for (OneDnnProduct product : productOfWidth) {
      if (product != null) {
        product.close();
      }
    }
    addresses.clear();
    products.close();
    stream.close();
    engine.close();
  }
}
