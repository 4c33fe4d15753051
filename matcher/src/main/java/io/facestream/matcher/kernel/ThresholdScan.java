package io.facestream.matcher.kernel;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;

/** The test of {@link ProbeTile} over the products of a block, in the two layouts there are. */
public interface ThresholdScan {
  /**
   * A run of 1024 rows per probe.
   *
   * @param products {@code float[probes * 1024]}
   */
  void alongRows(
      float[] products,
      int probe,
      int fromRow,
      int toRow,
      RowBlock block,
      float slope,
      float floor,
      TileCandidates found);

  /**
   * A run of probes per row.
   *
   * @param products {@code float[1024 * lanes]} in native byte order
   * @param lanes a multiple of 16, the length of {@code slopes} and {@code floors}
   * @param probes how many of the lanes are in use
   * @param fromRow a multiple of {@link RowBlock#GROUP}
   */
  void alongProbes(
      ByteBuffer products,
      int lanes,
      int probes,
      int fromRow,
      int toRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      TileCandidates found);
}
