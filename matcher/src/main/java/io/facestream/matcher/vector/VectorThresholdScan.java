package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.ThresholdScan;
import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few hundred of a million products pass, so the loops only ask whether any of a group does: they
 * keep the group's maximum and compare that once. Groups that pass are gone through one by one.
 */
public final class VectorThresholdScan implements ThresholdScan {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = WIDE.length();
  private static final int GROUP = 8;
  private static final int PROBE_BITS = 6;

  private final float[] best = new float[LANES];

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
    FloatVector slope = FloatVector.broadcast(WIDE, slopes[probe]);
    float floor = floors[probe];
    int start = probe * RowBlock.ROWS;
    int row = fromRow;
    for (; row + LANES <= toRow; row += LANES) {
      FloatVector test =
          FloatVector.fromArray(WIDE, products, start + row)
              .fma(
                  FloatVector.fromArray(WIDE, scales, row),
                  FloatVector.fromArray(WIDE, residuals, row).mul(slope));
      if (test.compare(VectorOperators.GE, floor).anyTrue()) {
        for (int i = row; i < row + LANES; i++) {
          if (products[start + i] * scales[i] + residuals[i] * slopes[probe] >= floor) {
            found[n++] = i << PROBE_BITS | probe;
          }
        }
      }
    }
    for (; row < toRow; row++) {
      if (products[start + row] * scales[row] + residuals[row] * slopes[probe] >= floor) {
        found[n++] = row << PROBE_BITS | probe;
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
    float[] scales = block.scales();
    float[] residuals = block.residuals();
    for (int probe = 0; probe < lanes; probe += LANES) {
      FloatVector slope = FloatVector.fromArray(WIDE, slopes, probe);
      FloatVector floor = FloatVector.fromArray(WIDE, floors, probe);
      for (int row = fromRow; row < toRow; row += GROUP) {
        int end = Math.min(row + GROUP, toRow);
        FloatVector most = FloatVector.broadcast(WIDE, Float.NEGATIVE_INFINITY);
        for (int i = row; i < end; i++) {
          most =
              most.max(
                  FloatVector.fromByteBuffer(
                          WIDE,
                          products,
                          (i * lanes + probe) * Float.BYTES,
                          ByteOrder.nativeOrder())
                      .fma(FloatVector.broadcast(WIDE, scales[i]), slope.mul(residuals[i])));
        }
        if (most.compare(VectorOperators.GE, floor).anyTrue()) {
          most.intoArray(best, 0);
          n =
              collect(
                  products, lanes, probe, row, end, scales, residuals, slopes, floors, found, n);
        }
      }
    }
    return n;
  }

  private int collect(
      ByteBuffer products,
      int lanes,
      int firstProbe,
      int fromRow,
      int toRow,
      float[] scales,
      float[] residuals,
      float[] slopes,
      float[] floors,
      int[] found,
      int n) {
    for (int lane = 0; lane < LANES; lane++) {
      int probe = firstProbe + lane;
      if (best[lane] >= floors[probe]) {
        for (int i = fromRow; i < toRow; i++) {
          float product = products.getFloat((i * lanes + probe) * Float.BYTES);
          if (product * scales[i] + residuals[i] * slopes[probe] >= floors[probe]) {
            found[n++] = i << PROBE_BITS | probe;
          }
        }
      }
    }
    return n;
  }
}
