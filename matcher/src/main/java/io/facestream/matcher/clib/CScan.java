package io.facestream.matcher.clib;

import io.facestream.matcher.kernel.ProbeTile;
import io.facestream.matcher.kernel.ScanKernel;
import io.facestream.matcher.kernel.Survivors;
import io.facestream.matcher.store.CodedRows;
import io.facestream.matcher.store.RowBlock;
import java.util.Objects;

/** One instruction set's kernel in C, behind checks of every bound. */
final class CScan implements ScanKernel {
  private static final int ALIGNED_ROWS = 32;
  private static final int FEW = 0;
  private static final int MANY = 1;
  private static final int WHOLE = 2;

  private final String name;
  private final int kernel;
  private final boolean scansWhole;

  /**
   * @param kernel its place in {@code kernels} of {@code jni.c}
   */
  CScan(String name, int kernel) {
    this.name = name;
    this.kernel = kernel;
    this.scansWhole = CLibrary.scansWhole(kernel);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hasTwoWays() {
    return true;
  }

  @Override
  public void find(
      CodedRows rows, int fromRow, int toRow, ProbeTile tile, boolean many, Survivors found) {
    find(rows, fromRow, toRow, tile, many ? MANY : FEW, found);
  }

  @Override
  public boolean scansWhole() {
    return scansWhole;
  }

  @Override
  public void findWhole(CodedRows rows, int fromRow, int toRow, ProbeTile tile, Survivors found) {
    if (!scansWhole) {
      throw new UnsupportedOperationException(name + " scans by levels only");
    }
    find(rows, fromRow, toRow, tile, WHOLE, found);
  }

  private void find(
      CodedRows rows, int fromRow, int toRow, ProbeTile tile, int way, Survivors found) {
    Objects.checkFromToIndex(fromRow, toRow, RowBlock.ROWS);
    if (fromRow % ALIGNED_ROWS != 0) {
      throw new IllegalArgumentException("rows from " + fromRow + "; start at a multiple of 32");
    }
    check(rows.stride(), tile, found);
    found.setCount(
        CLibrary.find(
            kernel,
            way,
            rows.address(CLibrary::address),
            tile.address(CLibrary::address),
            tile.lanes(),
            tile.count(),
            tile.stride(),
            fromRow,
            toRow,
            found.address(CLibrary::address)));
  }

  @Override
  public void complete(CodedRows rows, ProbeTile tile, Survivors found) {
    check(rows.stride(), tile, found);
    found.setCount(
        CLibrary.complete(
            kernel,
            rows.address(CLibrary::address),
            tile.address(CLibrary::address),
            tile.lanes(),
            tile.count(),
            tile.stride(),
            found.address(CLibrary::address),
            found.count()));
  }

  private static void check(int stride, ProbeTile tile, Survivors found) {
    if (stride != tile.stride() || tile.count() > found.probes()) {
      throw new IllegalArgumentException(
          "rows of "
              + stride
              + ", probes of "
              + tile.stride()
              + " components, "
              + tile.count()
              + " probes with room for "
              + found.probes());
    }
  }

  @Override
  public double dot(ProbeTile tile, int probe, RowBlock block, int row) {
    Objects.checkIndex(probe, tile.count());
    Objects.checkIndex(row, RowBlock.ROWS);
    int stride = block.stride();
    if (stride != tile.stride()) {
      throw new IllegalArgumentException("rows of " + stride + ", probes of " + tile.stride());
    }
    return CLibrary.dot(
        kernel,
        tile.exactAddress(probe, CLibrary::address),
        block.exactAddress(CLibrary::address) + (long) row * stride * Float.BYTES,
        stride);
  }
}
