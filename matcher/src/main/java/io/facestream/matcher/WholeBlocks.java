package io.facestream.matcher;

/**
 * Whether the next rows are read with all eight bits at once. By levels is better as long as few
 * comparisons go on to the second, which take some 17 ns each there (AVX-512 of a Zen 5, 64 to 256
 * probes of 512); reading a row whole takes 33 ns more for 64 probes. So it is tried by levels now
 * and then, and done whole for a while where more than two went on for a row.
 */
final class WholeBlocks {
  private static final int WHILE = 16;
  private static final int WORTH_IT = 2;

  /** As long as there are no k bounds everything goes on: the first rows of a slice say nothing. */
  private static final int LEAST_ROWS = 512;

  private int left;

  /** Whether these rows are; the caller tells by {@link #wentOn} what came of it if not. */
  boolean next() {
    return left-- > 0;
  }

  void wentOn(int comparisons, int rows) {
    left = rows >= LEAST_ROWS && comparisons > WORTH_IT * rows ? WHILE : 0;
  }
}
