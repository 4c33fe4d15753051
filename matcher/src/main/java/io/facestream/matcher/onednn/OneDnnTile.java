package io.facestream.matcher.onednn;

import io.facestream.matcher.kernel.ProbeTile;
import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.ThresholdScan;
import io.facestream.matcher.kernel.TileCandidates;
import io.facestream.matcher.store.NativeMemory;
import io.facestream.matcher.store.Quantizer;
import io.facestream.matcher.store.RowBlock;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.BytePointer;

/** Up to {@code lanes} int8 probes in oneDNN's layout. */
final class OneDnnTile extends ProbeTile implements AutoCloseable {
  private final OneDnnKernel kernel;
  private final OneDnnProduct product;
  private final ThresholdScan scan;
  private final int stride;
  private final int lanes;
  private final Quantizer quantizer;
  private final NativeMemory plainBytes;
  private final memory plain;
  private final memory packed;
  private final reorder pack;

  OneDnnTile(
      OneDnnKernel kernel, OneDnnProduct product, ThresholdScan scan, int stride, int lanes) {
    super(lanes);
    this.kernel = kernel;
    this.product = product;
    this.scan = scan;
    this.stride = stride;
    this.lanes = lanes;
    this.quantizer = new Quantizer(stride);
    this.plainBytes = NativeMemory.allocate(lanes * stride);
    this.plain =
        new memory(
            new memory.desc(
                new long[] {1, stride, lanes}, memory.data_type.s8, memory.format_tag.acb),
            kernel.engine(),
            new BytePointer(plainBytes.buffer()));
    this.packed = product.newProbes();
    this.pack = new reorder(plain, packed);
  }

  void load(Probes probes, int from, int to) {
    reset(from, to);
    for (int i = 0; i < to - from; i++) {
      int probe = from + i;
      quantizer.quantize(
          probes.scaled(), probes.start(probe), probes.dimension(), probes.norm(probe));
      plainBytes.buffer().put(i * stride, quantizer.codes());
      hold(i, quantizer.scale(), quantizer.residual());
    }
    pack.execute(kernel.stream(), plain, packed);
  }

  @Override
  public void multiply(RowBlock block, int rows) {
    product.multiply(kernel.addressOf(block), packed);
  }

  @Override
  public void find(RowBlock block, int fromRow, int toRow, TileCandidates found) {
    scan.alongProbes(
        kernel.products(), lanes, count(), fromRow, toRow, block, slopes, floors, found);
  }

  @Override
  public void close() {
    pack.close();
    packed.close();
    plain.close();
    plainBytes.close();
  }
}
