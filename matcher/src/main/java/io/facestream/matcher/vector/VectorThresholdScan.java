package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.Found;
import io.facestream.matcher.kernel.ScalarThresholdScan;
import io.facestream.matcher.kernel.ThresholdScan;
import io.facestream.matcher.store.RowBlock;
import java.nio.FloatBuffer;
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

  /**
   * Products on their way to the heap, a third of the nearest cache: a vector loaded from outside
   * the heap costs a check and a compiler's barrier each, a copy costs them once.
   */
  private final float[] piece = new float[4096];

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
      Found found) {
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

  @Override
  public void alongProbes(
      FloatBuffer products,
      int lanes,
      int probes,
      int fromRow,
      int toRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      Found found) {
    int rowsTogether = piece.length / lanes;
    int wholeGroups = toRow - (toRow - fromRow) % GROUP;
    for (int row = fromRow; row < wholeGroups; row += rowsTogether) {
      int rows = Math.min(rowsTogether, wholeGroups - row);
      products.get(row * lanes, piece, 0, rows * lanes);
      testPiece(lanes, probes, row, rows, block, slopes, floors, found);
    }
    oneByOne.alongProbes(products, lanes, probes, wholeGroups, toRow, block, slopes, floors, found);
  }

  /**
   * Some groups of rows, whose products lie in {@link #piece}. Eight rows are written out: a loop
   * of eight is not unrolled by itself, and a method for it may be compiled before this one, is
   * then too large to be inlined, and returns each vector through the heap (four times slower).
   */
  private void testPiece(
      int lanes,
      int probes,
      int firstRow,
      int rows,
      RowBlock block,
      float[] slopes,
      float[] floors,
      Found found) {
    float[] scales = block.scales();
    float[] residuals = block.groupResiduals();
    for (int i = 0; i < rows; i += GROUP) {
      int row = firstRow + i;
      float residual = residuals[row / GROUP];
      for (int probe = 0; probe < probes; probe += LANES) {
        int at = i * lanes + probe;
        FloatVector even = load(at).mul(scales[row]);
        FloatVector odd = load(at + lanes).mul(scales[row + 1]);
        even = even.max(load(at + 2 * lanes).mul(scales[row + 2]));
        odd = odd.max(load(at + 3 * lanes).mul(scales[row + 3]));
        even = even.max(load(at + 4 * lanes).mul(scales[row + 4]));
        odd = odd.max(load(at + 5 * lanes).mul(scales[row + 5]));
        even = even.max(load(at + 6 * lanes).mul(scales[row + 6]));
        odd = odd.max(load(at + 7 * lanes).mul(scales[row + 7]));
        FloatVector test =
            FloatVector.fromArray(WIDE, slopes, probe).mul(residual).add(even.max(odd));
        if (test.compare(VectorOperators.GE, FloatVector.fromArray(WIDE, floors, probe))
            .anyTrue()) {
          test.intoArray(largest, 0);
          collect(lanes, probe, i, row, block, slopes, floors, found);
        }
      }
    }
  }

  private FloatVector load(int at) {
    return FloatVector.fromArray(WIDE, piece, at);
  }

  private void collect(
      int lanes,
      int firstProbe,
      int place,
      int firstRow,
      RowBlock block,
      float[] slopes,
      float[] floors,
      Found found) {
    for (int lane = 0; lane < LANES; lane++) {
      int probe = firstProbe + lane;
      if (largest[lane] >= floors[probe]) {
        for (int i = 0; i < GROUP; i++) {
          int row = firstRow + i;
          float product = piece[(place + i) * lanes + probe];
          float test = product * block.scales()[row] + block.residuals()[row] * slopes[probe];
          if (test >= floors[probe]) {
            found.add(row, probe, product);
          }
        }
      }
    }
  }
}
