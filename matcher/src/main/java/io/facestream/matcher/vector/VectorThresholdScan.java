package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.ScalarThresholdScan;
import io.facestream.matcher.kernel.ThresholdScan;
import io.facestream.matcher.kernel.TileCandidates;
import io.facestream.matcher.store.RowBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few hundred of a million products pass, so the loops only ask whether any of a group can: they
 * keep the group's largest and compare that once. Groups that pass are gone through one by one.
 */
public final class VectorThresholdScan implements ThresholdScan {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = WIDE.length();
  private static final int GROUP = RowBlock.GROUP;

  private final ThresholdScan oneByOne = new ScalarThresholdScan();
  private final float[] largest = new float[LANES];

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
    int row = fromRow;
    for (; row + LANES <= toRow; row += LANES) {
      FloatVector test =
          FloatVector.fromArray(WIDE, products, start + row)
              .fma(
                  FloatVector.fromArray(WIDE, scales, row),
                  FloatVector.fromArray(WIDE, residuals, row).mul(slope));
      if (test.compare(VectorOperators.GE, floor).anyTrue()) {
        oneByOne.alongRows(products, probe, row, row + LANES, block, slope, floor, found);
      }
    }
    oneByOne.alongRows(products, probe, row, toRow, block, slope, floor, found);
  }

  /**
   * The largest of eight rows, per probe. They are written out: a loop of eight is not unrolled by
   * itself, and whether a method for it is inlined is the compiler's choice in each process.
   * Copying the products to the heap first was no faster, and in some processes several times
   * slower.
   */
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
    float[] scales = block.scales();
    float[] residuals = block.groupResiduals();
    int step = lanes * Float.BYTES;
    int row = fromRow;
    for (; row + GROUP <= toRow; row += GROUP) {
      float residual = residuals[row / GROUP];
      for (int probe = 0; probe < probes; probe += LANES) {
        int at = row * step + probe * Float.BYTES;
        FloatVector even = load(products, at).mul(scales[row]);
        FloatVector odd = load(products, at + step).mul(scales[row + 1]);
        even = even.max(load(products, at + 2 * step).mul(scales[row + 2]));
        odd = odd.max(load(products, at + 3 * step).mul(scales[row + 3]));
        even = even.max(load(products, at + 4 * step).mul(scales[row + 4]));
        odd = odd.max(load(products, at + 5 * step).mul(scales[row + 5]));
        even = even.max(load(products, at + 6 * step).mul(scales[row + 6]));
        odd = odd.max(load(products, at + 7 * step).mul(scales[row + 7]));
        FloatVector test =
            FloatVector.fromArray(WIDE, slopes, probe).mul(residual).add(even.max(odd));
        if (test.compare(VectorOperators.GE, FloatVector.fromArray(WIDE, floors, probe))
            .anyTrue()) {
          test.intoArray(largest, 0);
          collect(products, lanes, probe, row, block, slopes, floors, found);
        }
      }
    }
    oneByOne.alongProbes(products, lanes, probes, row, toRow, block, slopes, floors, found);
  }

  private static FloatVector load(ByteBuffer all, int at) {
    return FloatVector.fromByteBuffer(WIDE, all, at, ByteOrder.nativeOrder());
  }

  private void collect(
      ByteBuffer products,
      int lanes,
      int firstProbe,
      int fromRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      TileCandidates found) {
    for (int lane = 0; lane < LANES; lane++) {
      int probe = firstProbe + lane;
      if (largest[lane] >= floors[probe]) {
        for (int row = fromRow; row < fromRow + GROUP; row++) {
          float product = products.getFloat((row * lanes + probe) * Float.BYTES);
          float test = product * block.scales()[row] + block.residuals()[row] * slopes[probe];
          if (test >= floors[probe]) {
            found.add(row, probe, product);
          }
        }
      }
    }
  }
}
