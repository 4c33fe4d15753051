package io.facestream.matcher;

import io.facestream.matcher.kernel.ExactDot;
import io.facestream.matcher.kernel.KernelSuite;
import io.facestream.matcher.kernel.ProbeTile;
import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.ProductKernel;
import io.facestream.matcher.kernel.TileCandidates;
import io.facestream.matcher.store.RowBlock;
import io.facestream.matcher.store.RowLabels;
import io.facestream.matcher.store.Rows;
import io.facestream.matcher.store.TemplateIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * One pass over the blocks for all probes of a batch; a block is multiplied with tile after tile
 * while it is in cache.
 */
final class SliceSearch implements AutoCloseable {
  private static final int FIRST_ROWS = 32;

  /** No cosine reaches it. */
  private static final double NOTHING = Double.POSITIVE_INFINITY;

  private final Rows rows;
  private final TemplateIds ids;
  private final RowLabels labels;
  private final ProductKernel few;
  private final ProductKernel many;
  private final Crossover crossover;
  private final ExactDot exactDot;
  private final TileCandidates found = new TileCandidates();
  private long scored;

  SliceSearch(Rows rows, TemplateIds ids, RowLabels labels, int stride, KernelSuite suite) {
    this.rows = rows;
    this.ids = ids;
    this.labels = labels;
    this.many = suite.many().apply(stride);
    this.few = suite.fewUpTo() != 0 ? suite.few().apply(stride) : many;
    this.crossover = new Crossover(suite.fewUpTo());
    this.exactDot = suite.exactDot().get();
  }

  /**
   * @param without for each probe, labels of rows that do not count; or null
   */
  List<List<Hit>> search(Probes probes, int k, double minSimilarity, BitSet[] without) {
    if (rows.size() == 0) {
      return Collections.nCopies(probes.count(), List.of());
    }
    double[] least = new double[probes.count()];
    Arrays.setAll(least, i -> findsAny(probes, i, without[i]) ? minSimilarity : NOTHING);
    BestHits[] best = new BestHits[probes.count()];
    Arrays.setAll(best, i -> new BestHits(k, least[i], ids));
    Candidates candidates = new Candidates(best, Math.min(k, rows.size()));
    boolean useFew = crossover.few(probes.count());
    List<ProbeTile> tiles = tiles(useFew ? few : many, probes, least);
    long start = System.nanoTime();
    for (int block = 0; block < rows.blocks(); block++) {
      for (ProbeTile tile : tiles) {
        scan(tile, block, probes, without, candidates);
      }
    }
    crossover.took(probes.count(), useFew, (double) (System.nanoTime() - start) / rows.size());
    settle(candidates, probes);
    scored += candidates.scored();
    return Arrays.stream(best).map(BestHits::bestFirst).toList();
  }

  /** Were every row left out one by one, each would have passed the test before. */
  private boolean findsAny(Probes probes, int probe, BitSet without) {
    return probes.usable(probe)
        && (without == null || labels.count(without, rows.size()) < rows.size());
  }

  /** Rows scored in double by all searches so far. */
  long scored() {
    return scored;
  }

  private static List<ProbeTile> tiles(ProductKernel kernel, Probes probes, double[] least) {
    List<ProbeTile> tiles = new ArrayList<>();
    for (int from = 0; from < probes.count(); from += kernel.most()) {
      int to = Math.min(from + kernel.most(), probes.count());
      ProbeTile tile = kernel.tile(tiles.size(), probes, from, to);
      for (int i = 0; i < tile.count(); i++) {
        tile.requireAtLeast(i, least[from + i]);
      }
      tiles.add(tile);
    }
    return tiles;
  }

  private void scan(
      ProbeTile tile, int block, Probes probes, BitSet[] without, Candidates candidates) {
    RowBlock rowBlock = rows.block(block);
    int count = rows.rowsOf(block);
    tile.multiply(rowBlock, count);
    // Everything passes while there are no k bounds; so the first rows are few, to get some.
    int from = 0;
    for (int to = block == 0 ? FIRST_ROWS : count; from < count; to = 4 * to) {
      to = Math.min(to, count);
      found.clear();
      tile.find(rowBlock, from, to, found);
      for (int i = 0; i < found.count(); i++) {
        int row = found.row(i);
        int probe = found.probe(i);
        BitSet leftOut = without[tile.first() + probe];
        if (leftOut != null && leftOut.get(labels.of(block * RowBlock.ROWS + row))) {
          continue;
        }
        candidates.offer(
            tile.first() + probe,
            block * RowBlock.ROWS + row,
            tile.rough(found.product(i), probe, rowBlock.scales()[row]),
            tile.radius(probe, rowBlock.residuals()[row]));
      }
      if (found.count() > 0) {
        raiseThresholds(tile, probes, candidates);
      }
      from = to;
    }
  }

  private void raiseThresholds(ProbeTile tile, Probes probes, Candidates candidates) {
    if (candidates.full()) {
      settle(candidates, probes);
    }
    for (int i = 0; i < tile.count(); i++) {
      tile.requireAtLeast(i, candidates.threshold(tile.first() + i));
    }
  }

  private void settle(Candidates candidates, Probes probes) {
    candidates.settle((probe, row) -> cosine(probes, probe, row));
  }

  private double cosine(Probes probes, int probe, int row) {
    RowBlock block = rows.blockOf(row);
    int place = row % RowBlock.ROWS;
    int rowStart = place * block.stride() * Float.BYTES;
    double dot =
        exactDot.dot(probes.scaled(), probes.start(probe), block.exact(), rowStart, block.stride());
    return Math.max(-1, Math.min(1, dot / (probes.norm(probe) * block.norm(place))));
  }

  @Override
  public void close() {
    many.close();
    if (few != many) {
      few.close();
    }
  }
}
