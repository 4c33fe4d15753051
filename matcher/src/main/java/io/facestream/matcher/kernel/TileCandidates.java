package io.facestream.matcher.kernel;

import io.facestream.matcher.store.RowBlock;

/** What passed the test in a block: rows, probes of the tile, and their products. */
public final class TileCandidates {
  private static final int PROBE_BITS = 8;

  private final int[] entries = new int[RowBlock.ROWS * ProductKernel.MOST];
  private final float[] products = new float[RowBlock.ROWS * ProductKernel.MOST];
  private int count;

  public void clear() {
    count = 0;
  }

  public void add(int row, int probe, float product) {
    entries[count] = row << PROBE_BITS | probe;
    products[count++] = product;
  }

  public int count() {
    return count;
  }

  public int row(int i) {
    return entries[i] >>> PROBE_BITS;
  }

  /** Counted from the tile's first. */
  public int probe(int i) {
    return entries[i] & (1 << PROBE_BITS) - 1;
  }

  /** ⟨p,q⟩ of {@link ProbeTile}. */
  public float product(int i) {
    return products[i];
  }
}
