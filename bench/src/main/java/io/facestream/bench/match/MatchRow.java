package io.facestream.bench.match;

/**
 * One line of the table.
 *
 * @param engine the kernels that the matcher chose
 * @param n templates
 * @param probes in a batch
 * @param threads of ours, a slice each; the baseline had as many
 * @param k hits per probe
 * @param minSimilarity what a hit must reach; −1 for no limit
 * @param medianMs for a batch
 * @param gigabytesPerSecond int8 rows read
 * @param shareOfBandwidth of what {@link MemoryBandwidth} measured with as many threads
 * @param scoredAgain templates scored in double per probe
 * @param memoryMb what all slices take, in the heap and outside, ids included
 * @param baseline its name, or null
 * @param ratio {@code baselineMedianMs / medianMs}, the median over the rounds of the two in turn
 * @param exact whether all {@code checkedProbes} answers equal brute force in double
 */
record MatchRow(
    String engine,
    int n,
    int dim,
    int probes,
    int threads,
    int k,
    double minSimilarity,
    double medianMs,
    double probesPerSecond,
    double gigabytesPerSecond,
    double shareOfBandwidth,
    double scoredAgain,
    double memoryMb,
    String baseline,
    Double baselineMedianMs,
    Double ratio,
    boolean exact,
    int checkedProbes) {}
