package io.facestream.bench.match;

import io.facestream.matcher.Hit;
import java.util.List;

/** How often a baseline's best is the best there is. */
final class Recall {
  /** Brute force in fp32 may prefer either of two that are this close. */
  private static final double FLOATS_ERR = 1e-6;

  private Recall() {}

  /**
   * Recall@1.
   *
   * @param nearest by probe, the row found; −1 for none
   * @param best by probe, the hits of an exact search without a least similarity
   */
  static double atOne(Templates templates, float[] probes, int[] nearest, List<List<Hit>> best) {
    int found = 0;
    float[] row = new float[templates.dim()];
    for (int probe = 0; probe < nearest.length; probe++) {
      if (nearest[probe] >= 0) {
        templates.read(nearest[probe], row);
        double cosine = DoubleCheck.cosine(probes, probe * templates.dim(), row);
        if (cosine >= best.get(probe).get(0).similarity() - FLOATS_ERR) {
          found++;
        }
      }
    }
    return (double) found / nearest.length;
  }
}
