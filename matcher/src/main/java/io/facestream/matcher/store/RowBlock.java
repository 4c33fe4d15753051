package io.facestream.matcher.store;

import java.nio.ByteBuffer;

/**
 * 1024 rows. Of each: int8 codes, their scale and residual norm, the fp32 row and its norm.
 *
 * <p>Both buffers are row-major and 64-byte aligned, {@code stride} components to a row; those past
 * the dimension are zero, so that no kernel needs a loop for leftovers.
 */
public final class RowBlock implements AutoCloseable {
  public static final int ROWS = 1024;

  /** Rows that share an entry of {@link #groupResiduals()}. */
  public static final int GROUP = 8;

  private final int stride;
  private final NativeMemory codeMemory;
  private final ByteBuffer exact;
  private final Runnable freeExact;
  private final float[] scales = new float[ROWS];
  private final float[] residuals = new float[ROWS];
  private final float[] groupResiduals = new float[ROWS / GROUP];
  private final double[] norms = new double[ROWS];

  RowBlock(int stride, ByteBuffer exact, Runnable freeExact) {
    this.stride = stride;
    this.codeMemory = NativeMemory.allocate(ROWS * stride);
    this.exact = exact;
    this.freeExact = freeExact;
  }

  public int stride() {
    return stride;
  }

  /** {@code byte[1024 * stride]}. */
  public ByteBuffer codes() {
    return codeMemory.buffer();
  }

  /** {@code float[1024 * stride]}, in native byte order. */
  public ByteBuffer exact() {
    return exact;
  }

  public float[] scales() {
    return scales;
  }

  /** Upper bounds of |row/|row| − scale · codes|. */
  public float[] residuals() {
    return residuals;
  }

  /** The largest of eight {@link #residuals()}, or more. */
  public float[] groupResiduals() {
    return groupResiduals;
  }

  public double norm(int row) {
    return norms[row];
  }

  void write(int row, float[] scaled, double norm, Quantizer quantized) {
    codes().put(row * stride, quantized.codes());
    scales[row] = quantized.scale();
    setResidual(row, quantized.residual());
    norms[row] = norm;
    exact
        .duplicate()
        .order(exact.order())
        .position(row * stride * Float.BYTES)
        .asFloatBuffer()
        .put(scaled);
  }

  void copyRow(int row, RowBlock from, int fromRow) {
    codes().put(row * stride, from.codes(), fromRow * stride, stride);
    scales[row] = from.scales[fromRow];
    setResidual(row, from.residuals[fromRow]);
    norms[row] = from.norms[fromRow];
    int bytes = stride * Float.BYTES;
    exact.put(row * bytes, from.exact, fromRow * bytes, bytes);
  }

  private void setResidual(int row, float residual) {
    residuals[row] = residual;
    int first = row - row % GROUP;
    float largest = 0;
    for (int i = first; i < first + GROUP; i++) {
      largest = Math.max(largest, residuals[i]);
    }
    groupResiduals[row / GROUP] = largest;
  }

  @Override
  public void close() {
    codeMemory.close();
    freeExact.run();
  }
}
