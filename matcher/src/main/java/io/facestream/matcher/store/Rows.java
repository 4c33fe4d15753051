package io.facestream.matcher.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a slice in blocks: growing copies no row, and all rows below {@link #size()} are
 * live, because the last row moves into the place of an erased one.
 */
public final class Rows implements AutoCloseable {
  private final int dimension;
  private final int stride;
  private final ExactStorage storage;
  private final Quantizer quantizer;
  private final List<RowBlock> blocks = new ArrayList<>();
  private int size;

  /**
   * @param exactRowsFolder where the fp32 rows go, or null to keep them in memory
   */
  public Rows(int dimension, Path exactRowsFolder) {
    this.dimension = dimension;
    this.stride = strideOf(dimension);
    this.storage =
        exactRowsFolder == null ? ExactStorage.inMemory() : new MappedStorage(exactRowsFolder);
    this.quantizer = new Quantizer(stride);
  }

  /** Components to a row: whole cache lines of nibbles. */
  public static int strideOf(int dimension) {
    int line = 2 * NativeMemory.ALIGNMENT;
    return (dimension + line - 1) / line * line;
  }

  public int size() {
    return size;
  }

  public int blocks() {
    return blocks.size();
  }

  public RowBlock block(int block) {
    return blocks.get(block);
  }

  /** Live rows of a block; what lies past them is left over. */
  public int rowsOf(int block) {
    return Math.min(RowBlock.ROWS, size - block * RowBlock.ROWS);
  }

  /** The block that holds a row, at place {@code row % RowBlock.ROWS}. */
  public RowBlock blockOf(int row) {
    return blocks.get(row / RowBlock.ROWS);
  }

  public void append(float[] scaled, double norm) {
    if (size == blocks.size() * RowBlock.ROWS) {
      blocks.add(storage.newBlock(blocks.size(), stride));
    }
    size++;
    overwrite(size - 1, scaled, norm);
  }

  /**
   * @param scaled {@code float[dimension]} from {@code Embeddings.copyScaled}
   * @param norm its norm
   */
  public void overwrite(int row, float[] scaled, double norm) {
    quantizer.quantize(scaled, 0, dimension, norm);
    blockOf(row).write(row % RowBlock.ROWS, scaled, norm, quantizer);
  }

  /** Moves the last row into the place of {@code row} and forgets the last place. */
  public void swapWithLast(int row) {
    int last = size - 1;
    if (row != last) {
      blockOf(row).copyRow(row % RowBlock.ROWS, blockOf(last), last % RowBlock.ROWS);
    }
    size = last;
    // One empty block is kept, so that a template coming and going does not allocate each time.
    if (size <= (blocks.size() - 2) * RowBlock.ROWS) {
      blocks.remove(blocks.size() - 1).close();
    }
  }

  @Override
  public void close() {
    blocks.forEach(RowBlock::close);
    blocks.clear();
    size = 0;
    storage.close();
  }
}
