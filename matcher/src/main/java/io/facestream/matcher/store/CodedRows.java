package io.facestream.matcher.store;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.ToLongFunction;

/**
 * The codes of 1024 rows, in two planes of nibbles, and what bounds their errors.
 *
 * <p>An int8 code c is 16·h + l − 128; the high plane has the h of every component, the low plane
 * the l. The h alone are a coarser code, 2·h − 15, with a scale and a residual norm of its own. In
 * a plane each 64 bytes hold 128 components: the first 64 in the low nibbles, the others in the
 * high ones.
 *
 * <p>All of it lies in one piece of memory, so that one address is enough for a kernel in C: high
 * plane, low plane, and 1024 floats each of {@link #coarseScales}, {@link #coarseResiduals}, {@link
 * #scales} and {@link #residuals}.
 */
public final class CodedRows implements AutoCloseable {
  private static final int ROWS = RowBlock.ROWS;

  /** Bytes of a plane whose nibbles belong to neighbours in the row, and their components. */
  private static final int PIECE = 64;

  private static final int COMPONENTS = 2 * PIECE;
  private static final int ZERO = 128;

  private final int stride;
  private final NativeMemory memory;
  private final ByteBuffer high;
  private final ByteBuffer low;
  private final FloatBuffer coarseScales;
  private final FloatBuffer coarseResiduals;
  private final FloatBuffer scales;
  private final FloatBuffer residuals;
  private long address;

  CodedRows(int stride) {
    this.stride = stride;
    int plane = ROWS * stride / 2;
    this.memory = NativeMemory.allocate(2 * plane + 4 * ROWS * Float.BYTES);
    this.high = memory.buffer().slice(0, plane);
    this.low = memory.buffer().slice(plane, plane);
    this.coarseScales = floats(0);
    this.coarseResiduals = floats(1);
    this.scales = floats(2);
    this.residuals = floats(3);
  }

  private FloatBuffer floats(int index) {
    ByteBuffer all = memory.buffer();
    int bytes = ROWS * Float.BYTES;
    return all.slice(ROWS * stride + index * bytes, bytes).order(all.order()).asFloatBuffer();
  }

  /** Components of a row, a multiple of 128. */
  public int stride() {
    return stride;
  }

  /** {@code byte[1024 * stride / 2]}. */
  public ByteBuffer high() {
    return high;
  }

  /** {@code byte[1024 * stride / 2]}. */
  public ByteBuffer low() {
    return low;
  }

  /** By row, the scale of 2·h − 15. */
  public FloatBuffer coarseScales() {
    return coarseScales;
  }

  /** Upper bounds of |row/|row| − coarse scale · (2·h − 15)|. */
  public FloatBuffer coarseResiduals() {
    return coarseResiduals;
  }

  /** By row, the scale of the int8 code. */
  public FloatBuffer scales() {
    return scales;
  }

  /** Upper bounds of |row/|row| − scale · code|. */
  public FloatBuffer residuals() {
    return residuals;
  }

  /** Where it all starts, asked for once. */
  public long address(ToLongFunction<ByteBuffer> addressOf) {
    if (address == 0) {
      address = addressOf.applyAsLong(memory.buffer());
    }
    return address;
  }

  void write(int row, Quantizer quantized) {
    byte[] codes = quantized.codes();
    int at = row * stride / 2;
    for (int i = 0; i < stride; i += COMPONENTS) {
      for (int j = 0; j < PIECE; j++) {
        int even = codes[i + j] + ZERO;
        int odd = codes[i + PIECE + j] + ZERO;
        high.put(at, (byte) (even >> 4 | odd & 0xf0));
        low.put(at++, (byte) (even & 0x0f | odd << 4));
      }
    }
    coarseScales.put(row, quantized.coarseScale());
    coarseResiduals.put(row, quantized.coarseResidual());
    scales.put(row, quantized.scale());
    residuals.put(row, quantized.residual());
  }

  void copyRow(int row, CodedRows from, int fromRow) {
    int bytes = stride / 2;
    high.put(row * bytes, from.high, fromRow * bytes, bytes);
    low.put(row * bytes, from.low, fromRow * bytes, bytes);
    coarseScales.put(row, from.coarseScales.get(fromRow));
    coarseResiduals.put(row, from.coarseResiduals.get(fromRow));
    scales.put(row, from.scales.get(fromRow));
    residuals.put(row, from.residuals.get(fromRow));
  }

  /**
   * The nibbles of a row, a byte each.
   *
   * @param nibbles {@code byte[stride]}
   */
  public void unpack(ByteBuffer plane, int row, byte[] nibbles) {
    int at = row * stride / 2;
    for (int i = 0; i < stride; i += COMPONENTS) {
      plane.get(at, nibbles, i, PIECE);
      at += PIECE;
      for (int j = i; j < i + PIECE; j++) {
        nibbles[j + PIECE] = (byte) (nibbles[j] >> 4 & 0x0f);
        nibbles[j] &= 0x0f;
      }
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
