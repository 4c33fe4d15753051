package io.facestream.matcher.kernel;

import io.facestream.matcher.store.NativeMemory;
import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.util.function.ToLongFunction;

/**
 * What of a block goes on to the next level: rows, probes of the tile, and their products. After
 * level 1 a product is ⟨h, probe⟩, after level 2 ⟨int8 code, probe⟩.
 */
public final class Survivors implements AutoCloseable {
  private static final int PROBE_BITS = 8;
  private static final int BYTES = 2 * Integer.BYTES;

  private final NativeMemory memory;
  private final ByteBuffer entries;
  private int count;
  private long address;

  /** Room for every row of a block and every probe of a tile. */
  public Survivors(int probes) {
    memory = NativeMemory.allocate(RowBlock.ROWS * probes * BYTES);
    entries = memory.buffer();
  }

  /** Probes of a tile that fit. */
  public int probes() {
    return entries.capacity() / BYTES / RowBlock.ROWS;
  }

  public void clear() {
    count = 0;
  }

  public void add(int row, int probe, int product) {
    entries.putInt(count * BYTES, row << PROBE_BITS | probe);
    entries.putInt(count++ * BYTES + Integer.BYTES, product);
  }

  /** After a kernel in C wrote so many. */
  public void setCount(int written) {
    if (written < 0 || written > entries.capacity() / BYTES) {
      throw new IllegalStateException(written + " survivors do not fit");
    }
    count = written;
  }

  public int count() {
    return count;
  }

  public int row(int i) {
    return entries.getInt(i * BYTES) >>> PROBE_BITS;
  }

  /** Counted from the tile's first. */
  public int probe(int i) {
    return entries.getInt(i * BYTES) & (1 << PROBE_BITS) - 1;
  }

  public int product(int i) {
    return entries.getInt(i * BYTES + Integer.BYTES);
  }

  public long address(ToLongFunction<ByteBuffer> addressOf) {
    if (address == 0) {
      address = addressOf.applyAsLong(entries);
    }
    return address;
  }

  @Override
  public void close() {
    memory.close();
  }
}
