package io.facestream.bench.match;

import io.facestream.matcher.kernel.ScanKernel;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param templates what they are read from
 * @param probes sizes of batches
 * @param rounds of each engine, in turn
 * @param minSimilarity what a hit must reach; −1 for no limit
 * @param kernel ours
 * @param exactRowsFolder where the fp32 rows go, or null for memory
 */
record MatchSetup(
    Templates templates,
    List<Integer> probes,
    int threads,
    int k,
    int rounds,
    double minSimilarity,
    ScanKernel kernel,
    Path exactRowsFolder) {

  int mostProbes() {
    return probes.stream().mapToInt(Integer::intValue).max().orElse(1);
  }
}
