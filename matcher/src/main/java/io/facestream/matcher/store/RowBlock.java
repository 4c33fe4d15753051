package io.facestream.matcher.store;

import java.nio.ByteBuffer;
import java.util.function.ToLongFunction;

/**
 * 1024 rows. Of each: its codes, the fp32 row and its norm.
 *
 * <p>Rows have {@code stride} components and start at multiples of 64 bytes; components past the
 * dimension are zero, so that no kernel needs a loop for leftovers.
 */
public final class RowBlock implements AutoCloseable {
  public static final int ROWS = 1024;

  private final int stride;
  private final CodedRows coded;
  private final ByteBuffer exact;
  private final Runnable freeExact;
  private final double[] norms = new double[ROWS];
  private long exactAddress;

  RowBlock(int stride, ByteBuffer exact, Runnable freeExact) {
    this.stride = stride;
    this.coded = new CodedRows(stride);
    this.exact = exact;
    this.freeExact = freeExact;
  }

  public int stride() {
    return stride;
  }

  public CodedRows coded() {
    return coded;
  }

  /** {@code float[1024 * stride]}, in native byte order. */
  public ByteBuffer exact() {
    return exact;
  }

  /** Where {@link #exact} starts, asked for once. */
  public long exactAddress(ToLongFunction<ByteBuffer> addressOf) {
    if (exactAddress == 0) {
      exactAddress = addressOf.applyAsLong(exact);
    }
    return exactAddress;
  }

  public double norm(int row) {
    return norms[row];
  }

  void write(int row, float[] scaled, double norm, Quantizer quantized) {
    coded.write(row, quantized);
    norms[row] = norm;
    exact
        .duplicate()
        .order(exact.order())
        .position(row * stride * Float.BYTES)
        .asFloatBuffer()
        .put(scaled);
  }

  void copyRow(int row, RowBlock from, int fromRow) {
    coded.copyRow(row, from.coded, fromRow);
    norms[row] = from.norms[fromRow];
    int bytes = stride * Float.BYTES;
    exact.put(row * bytes, from.exact, fromRow * bytes, bytes);
  }

  @Override
  public void close() {
    coded.close();
    freeExact.run();
  }
}
