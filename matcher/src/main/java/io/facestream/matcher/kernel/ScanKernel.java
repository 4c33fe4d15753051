package io.facestream.matcher.kernel;

import io.facestream.matcher.store.CodedRows;
import io.facestream.matcher.store.RowBlock;

/**
 * The three levels of a search: where its time goes. A kernel has no state, and is for all threads.
 *
 * <p>Kernels differ in speed and, by the rounding of their tests, in what they let through to the
 * next level; never in what a search answers.
 */
public interface ScanKernel {
  /** A short name for logs and benchmarks. */
  String name();

  /**
   * Level 1, with the high nibbles: adds what can reach its probe's floor.
   *
   * @param fromRow a multiple of 32, at most 1024
   * @param toRow exclusive, at most 1024
   * @param many whether to go the way that suits many probes
   */
  void find(CodedRows rows, int fromRow, int toRow, ProbeTile tile, boolean many, Survivors found);

  /** Whether there is {@link #findWhole}. */
  default boolean scansWhole() {
    return false;
  }

  /**
   * Levels 1 and 2 at once, for when most rows would be completed for some probe: as {@link #find}
   * and {@link #complete}.
   *
   * @throws UnsupportedOperationException unless {@link #scansWhole}
   */
  default void findWhole(CodedRows rows, int fromRow, int toRow, ProbeTile tile, Survivors found) {
    throw new UnsupportedOperationException(name() + " scans by levels only");
  }

  /** Level 2, with the low nibbles: keeps what can still reach its probe's floor. */
  void complete(CodedRows rows, ProbeTile tile, Survivors found);

  /**
   * Level 3, the product behind a final score, in double. Products of two floats are exact in
   * double; their sums run in eight interleaved lanes, added up in one order, so that every kernel
   * gives the same score to the bit.
   *
   * @param probe of the tile
   * @param row of the block
   */
  double dot(ProbeTile tile, int probe, RowBlock block, int row);

  /** Whether {@link #find} has two ways, of which one or the other is faster. */
  boolean hasTwoWays();
}
