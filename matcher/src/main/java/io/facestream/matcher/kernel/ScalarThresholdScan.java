package io.facestream.matcher.kernel;

import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;

/** Plain loops. */
public final class ScalarThresholdScan implements ThresholdScan {
  @Override
  public void alongRows(
      float[] products,
      int probe,
      int fromRow,
      int toRow,
      RowBlock block,
      float slope,
      float floor,
      TileCandidates found) {
    float[] scales = block.scales();
    float[] residuals = block.residuals();
    int start = probe * RowBlock.ROWS;
    for (int row = fromRow; row < toRow; row++) {
      float product = products[start + row];
      if (product * scales[row] + residuals[row] * slope >= floor) {
        found.add(row, probe, product);
      }
    }
  }

  @Override
  public void alongProbes(
      ByteBuffer products,
      int lanes,
      int probes,
      int fromRow,
      int toRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      TileCandidates found) {
    for (int row = fromRow; row < toRow; row++) {
      float scale = block.scales()[row];
      float residual = block.residuals()[row];
      for (int probe = 0; probe < probes; probe++) {
        float product = products.getFloat((row * lanes + probe) * Float.BYTES);
        if (product * scale + residual * slopes[probe] >= floors[probe]) {
          found.add(row, probe, product);
        }
      }
    }
  }
}
