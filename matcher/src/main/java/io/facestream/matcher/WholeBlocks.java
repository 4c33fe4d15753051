package io.facestream.matcher;

/**
 * Whether the next block is read with all eight bits at once. By levels is better as long as few
 * rows go on to the second: one comparison there costs about as much as reading a row whole costs
 * more, in any batch. So it is tried by levels now and then, and done whole for a while where more
 * comparisons went on than there were rows.
 */
final class WholeBlocks {
  private static final int WHILE = 16;

  private int left;

  /** Whether this block is; the caller tells by {@link #wentOn} what came of one that is not. */
  boolean next() {
    return left-- > 0;
  }

  void wentOn(int comparisons, int rows) {
    left = comparisons > rows ? WHILE : 0;
  }
}
