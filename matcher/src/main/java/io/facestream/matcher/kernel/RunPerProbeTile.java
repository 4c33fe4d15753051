package io.facestream.matcher.kernel;

import io.facestream.matcher.store.RowBlock;

/** A tile whose products lie on the heap, a run of 1024 rows per probe. */
public abstract class RunPerProbeTile extends ProbeTile {
  protected final float[] products;
  private final ThresholdScan scan;

  protected RunPerProbeTile(int lanes, ThresholdScan scan) {
    super(lanes);
    this.scan = scan;
    this.products = new float[lanes * RowBlock.ROWS];
  }

  @Override
  public final void find(RowBlock block, int fromRow, int toRow, TileCandidates found) {
    for (int probe = 0; probe < count(); probe++) {
      scan.alongRows(products, probe, fromRow, toRow, block, slopes[probe], floors[probe], found);
    }
  }
}
