package io.facestream.matcher;

import io.facestream.matcher.kernel.DotKernel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Searches block by block: fp32 products of a block with all probes, then a second look in double
 * at those rows whose fp32 score, with its worst-case rounding error, reaches the running k-th
 * best.
 */
final class BlockScan {
  private final Rows rows;
  private final Ids ids;
  private final int dimension;
  private final DotKernel kernel;
  private final double slack;

  BlockScan(Rows rows, Ids ids, int dimension, DotKernel kernel) {
    this.rows = rows;
    this.ids = ids;
    this.dimension = dimension;
    this.kernel = kernel;
    this.slack = slack(dimension);
  }

  /**
   * Bound on |fp32 cosine − cosine|. A sum of n products in any order errs by at most γₙ Σ|xᵢyᵢ| ≤
   * γₙ|x||y| (Higham, Accuracy and Stability of Numerical Algorithms, §3.1), γₙ = nu/(1 − nu), u =
   * 2⁻²⁴; the few operations besides are covered by n = dimension + 8.
   */
  private static double slack(int dimension) {
    double nu = (dimension + 8) * 0x1p-24;
    return nu / (1 - nu);
  }

  List<List<Hit>> search(Probes probes, int k, double minSimilarity) {
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k + "; ask for at least 1 hit");
    }
    if (Double.isNaN(minSimilarity)) {
      throw new IllegalArgumentException("minSimilarity is NaN; give a cosine, −1…1");
    }
    List<BestHits> best =
        IntStream.range(0, probes.count()).mapToObj(i -> new BestHits(k, minSimilarity)).toList();
    float[] dots = new float[probes.count() * Rows.PER_BLOCK];
    for (int block = 0; block < rows.blocks(); block++) {
      kernel.dots(
          probes.scaled(), probes.count(), rows.block(block), rows.rowsOf(block), dimension, dots);
      for (int probe = 0; probe < probes.count(); probe++) {
        secondLook(probes, probe, block, dots, best.get(probe));
      }
    }
    return best.stream().map(BestHits::bestFirst).toList();
  }

  private void secondLook(Probes probes, int probe, int block, float[] dots, BestHits best) {
    double probeNorm = probes.norm(probe);
    int count = rows.rowsOf(block);
    for (int i = 0; i < count; i++) {
      int row = block * Rows.PER_BLOCK + i;
      double rowNorm = rows.norm(row);
      double rough = dots[probe * count + i] / (probeNorm * rowNorm);
      if (rough + slack >= best.threshold()) {
        double similarity =
            Cosine.of(
                probes.scaled(),
                probe * dimension,
                probeNorm,
                rows.block(block),
                i * dimension,
                rowNorm,
                dimension);
        best.offer(ids.id(row), similarity);
      }
    }
  }
}
