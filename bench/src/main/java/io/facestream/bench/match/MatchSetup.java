package io.facestream.bench.match;

import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param probes sizes of batches
 * @param rounds of each engine, in turn
 * @param minSimilarity what a hit must reach; −1 for no limit
 * @param exactRowsFolder where the fp32 rows go, or null for memory
 */
record MatchSetup(
    int n,
    int dim,
    List<Integer> probes,
    int threads,
    int k,
    int rounds,
    double minSimilarity,
    Path exactRowsFolder) {}
