package io.facestream.matcher.kernel;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;

/** Plain loops. */
public final class ScalarThresholdScan implements ThresholdScan {
  @Override
  public int alongRows(
      float[] products,
      int probe,
      int fromRow,
      int toRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      int[] found,
      int n) {
    float[] scales = block.scales();
    float[] residuals = block.residuals();
    int start = probe * RowBlock.ROWS;
    for (int row = fromRow; row < toRow; row++) {
      if (products[start + row] * scales[row] + residuals[row] * slopes[probe] >= floors[probe]) {
        found[n++] = row << ProbeTile.PROBE_BITS | probe;
      }
    }
    return n;
  }

  @Override
  public int alongProbes(
      ByteBuffer products,
      int lanes,
      int fromRow,
      int toRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      int[] found) {
    int n = 0;
    for (int row = fromRow; row < toRow; row++) {
      float scale = block.scales()[row];
      float residual = block.residuals()[row];
      for (int probe = 0; probe < lanes; probe++) {
        float product = products.getFloat((row * lanes + probe) * Float.BYTES);
        if (product * scale + residual * slopes[probe] >= floors[probe]) {
          found[n++] = row << ProbeTile.PROBE_BITS | probe;
        }
      }
    }
    return n;
  }
}
