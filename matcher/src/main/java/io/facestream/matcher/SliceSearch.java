package io.facestream.matcher;

import io.facestream.matcher.kernel.Kernels;
import io.facestream.matcher.kernel.ProbeTile;
import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.ScanKernel;
import io.facestream.matcher.kernel.Survivors;
import io.facestream.matcher.store.CodedRows;
import io.facestream.matcher.store.RowBlock;
import io.facestream.matcher.store.RowLabels;
import io.facestream.matcher.store.Rows;
import io.facestream.matcher.store.TemplateIds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * One pass over the blocks for all probes of a batch; a block is compared with tile after tile
 * while it is in cache. Of a row only the high nibbles are read, of what may yet win the low ones
 * too, and of the best the fp32 row.
 */
final class SliceSearch implements AutoCloseable {
  private static final int FIRST_ROWS = 32;

  /** No cosine reaches it. */
  private static final double NOTHING = Double.POSITIVE_INFINITY;

  private final Rows rows;
  private final TemplateIds ids;
  private final RowLabels labels;
  private final ScanKernel kernel;
  private final Crossover crossover;
  private final SearchBuffers buffers;
  private long compared;
  private long completed;
  private long rowsWhole;
  private long scored;

  SliceSearch(Rows rows, TemplateIds ids, RowLabels labels, int stride, ScanKernel kernel) {
    this.rows = rows;
    this.ids = ids;
    this.labels = labels;
    this.kernel = kernel;
    this.crossover =
        new Crossover(kernel.hasTwoWays() ? Integer.getInteger(Kernels.CROSSOVER_PROPERTY, -1) : 0);
    this.buffers = new SearchBuffers(stride);
  }

  /**
   * @param without for each probe, labels of rows that do not count; or null
   */
  List<List<Hit>> search(Probes probes, int k, double minSimilarity, BitSet[] without) {
    if (rows.size() == 0 || probes.count() == 0) {
      return Collections.nCopies(probes.count(), List.of());
    }
    double[] least = new double[probes.count()];
    Arrays.setAll(least, i -> findsAny(probes, i, without[i]) ? minSimilarity : NOTHING);
    BestHits[] best = new BestHits[probes.count()];
    Arrays.setAll(best, i -> new BestHits(k, least[i], ids));
    Candidates candidates = new Candidates(best, Math.min(k, rows.size()));
    boolean few = crossover.few(probes.count());
    List<ProbeTile> tiles = buffers.load(probes);
    List<WholeBlocks> whole = tiles.stream().map(tile -> new WholeBlocks()).toList();
    tiles.forEach(tile -> raiseFloors(tile, candidates));
    long start = System.nanoTime();
    for (int block = 0; block < rows.blocks(); block++) {
      for (int i = 0; i < tiles.size(); i++) {
        scan(tiles.get(i), !few, whole.get(i), block, probes, without, candidates);
      }
      if (isPowerOfTwo(block + 1)) {
        settle(candidates, probes);
        tiles.forEach(tile -> raiseFloors(tile, candidates));
      }
    }
    crossover.took(probes.count(), few, (double) (System.nanoTime() - start) / rows.size());
    settle(candidates, probes);
    compared += (long) rows.size() * probes.count();
    scored += candidates.scored();
    return Arrays.stream(best).map(BestHits::bestFirst).toList();
  }

  /**
   * When scores take the place of bounds. The k-th best score of a slice is higher than the k-th
   * best lower bound; known early it keeps a quarter of what the high nibbles let through from the
   * next level. It grows with the logarithm of the rows, so that each doubling is often enough.
   */
  private static boolean isPowerOfTwo(int blocks) {
    return Integer.bitCount(blocks) == 1;
  }

  /** Were every row left out one by one, each would have passed the test before. */
  private boolean findsAny(Probes probes, int probe, BitSet without) {
    return probes.usable(probe)
        && (without == null || labels.count(without, rows.size()) < rows.size());
  }

  /** Of all searches so far. */
  SearchWork work() {
    return new SearchWork(compared, completed, rowsWhole, scored);
  }

  private void scan(
      ProbeTile tile,
      boolean many,
      WholeBlocks whole,
      int block,
      Probes probes,
      BitSet[] without,
      Candidates candidates) {
    RowBlock rowBlock = rows.block(block);
    Survivors found = buffers.survivors();
    int count = rows.rowsOf(block);
    // Everything passes while there are no k bounds; so the first rows are few, to get some.
    int from = 0;
    for (int to = block == 0 ? FIRST_ROWS : count; from < count; to = 4 * to) {
      to = Math.min(to, count);
      find(rowBlock.coded(), from, to, tile, many, whole, found);
      if (found.count() > 0) {
        offer(tile, block, found, without, candidates);
        if (candidates.full() || block == 0) {
          settle(candidates, probes);
        }
        raiseFloors(tile, candidates);
      }
      from = to;
    }
  }

  /** Levels 1 and 2: one after the other, or at once where most rows go on to the second. */
  private void find(
      CodedRows coded,
      int from,
      int to,
      ProbeTile tile,
      boolean many,
      WholeBlocks whole,
      Survivors found) {
    if (kernel.scansWhole() && whole.next()) {
      kernel.findWhole(coded, from, to, tile, found);
      rowsWhole += to - from;
      return;
    }
    kernel.find(coded, from, to, tile, many, found);
    completed += found.count();
    whole.wentOn(found.count(), to - from);
    if (found.count() > 0) {
      kernel.complete(coded, tile, found);
    }
  }

  /** What is out of scope must not raise a bound. */
  private void offer(
      ProbeTile tile, int block, Survivors found, BitSet[] without, Candidates candidates) {
    RowBlock rowBlock = rows.block(block);
    for (int i = 0; i < found.count(); i++) {
      int place = found.row(i);
      int row = block * RowBlock.ROWS + place;
      int probe = found.probe(i);
      BitSet leftOut = without[tile.first() + probe];
      if (leftOut == null || !leftOut.get(labels.of(row))) {
        candidates.offer(
            tile.first() + probe,
            row,
            tile.rough(found.product(i), probe, rowBlock.coded().scales().get(place)),
            tile.radius(probe, rowBlock.coded().residuals().get(place)));
      }
    }
  }

  private static void raiseFloors(ProbeTile tile, Candidates candidates) {
    for (int i = 0; i < tile.count(); i++) {
      tile.requireAtLeast(i, candidates.threshold(tile.first() + i));
    }
  }

  private void settle(Candidates candidates, Probes probes) {
    candidates.settle((probe, row) -> cosine(probes, probe, row));
  }

  private double cosine(Probes probes, int probe, int row) {
    ProbeTile tile = buffers.tileOf(probe);
    RowBlock block = rows.blockOf(row);
    int place = row % RowBlock.ROWS;
    double dot = kernel.dot(tile, probe - tile.first(), block, place);
    return Math.max(-1, Math.min(1, dot / (probes.norm(probe) * block.norm(place))));
  }

  @Override
  public void close() {
    buffers.close();
  }
}
