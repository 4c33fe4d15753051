package io.facestream.matcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scaled embeddings and their norms in blocks of 1024 rows: growing copies no row. */
final class Rows {
  static final int PER_BLOCK = 1024;

  private final int dimension;
  private final List<float[]> blocks = new ArrayList<>();
  private double[] norms = new double[PER_BLOCK];
  private int size;

  Rows(int dimension) {
    this.dimension = dimension;
  }

  int size() {
    return size;
  }

  int blocks() {
    return blocks.size();
  }

  /** Row-major {@code float[1024 * dimension]}; rows past {@link #rowsOf} hold leftovers. */
  float[] block(int block) {
    return blocks.get(block);
  }

  int rowsOf(int block) {
    return Math.min(PER_BLOCK, size - block * PER_BLOCK);
  }

  double norm(int row) {
    return norms[row];
  }

  /** Adds a row at the end and returns its number. */
  int append(float[] scaled, double norm) {
    if (size == blocks.size() * PER_BLOCK) {
      blocks.add(new float[PER_BLOCK * dimension]);
      norms = Arrays.copyOf(norms, blocks.size() * PER_BLOCK);
    }
    overwrite(size, scaled, norm);
    return size++;
  }

  void overwrite(int row, float[] scaled, double norm) {
    System.arraycopy(scaled, 0, blocks.get(row / PER_BLOCK), start(row), dimension);
    norms[row] = norm;
  }

  /** Moves the last row into the place of {@code row} and forgets the last place. */
  void swapWithLast(int row) {
    int last = size - 1;
    System.arraycopy(
        blocks.get(last / PER_BLOCK),
        start(last),
        blocks.get(row / PER_BLOCK),
        start(row),
        dimension);
    norms[row] = norms[last];
    size = last;
    if (size == (blocks.size() - 1) * PER_BLOCK) {
      blocks.remove(blocks.size() - 1);
    }
  }

  void clear() {
    blocks.clear();
    size = 0;
  }

  private int start(int row) {
    return row % PER_BLOCK * dimension;
  }
}
