package io.facestream.matcher.kernel;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;

/** The test of {@link ProbeTile} over the products of a block, in the two layouts there are. */
public interface ThresholdScan {
  /**
   * A run of 1024 rows per probe.
   *
   * @param products {@code float[probes * 1024]}
   * @param n entries in {@code found} so far
   * @return entries in {@code found} now
   */
  int alongRows(
      float[] products,
      int probe,
      int fromRow,
      int toRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      int[] found,
      int n);

  /**
   * A run of probes per row.
   *
   * @param products {@code float[1024 * lanes]} in native byte order
   * @param lanes a multiple of 16, the length of {@code slopes} and {@code floors}
   * @return entries in {@code found}
   */
  int alongProbes(
      ByteBuffer products,
      int lanes,
      int fromRow,
      int toRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      int[] found);
}
