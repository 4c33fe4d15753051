package io.facestream.bench.match;

/**
 * One line of the table.
 *
 * @param engine the kernel of the matcher
 * @param templates {@code drawn}, or the file that they are from
 * @param n templates
 * @param probes in a batch
 * @param threads of ours, a slice each; the baseline had as many
 * @param k hits per probe
 * @param minSimilarity what a hit must reach; −1 for no limit
 * @param medianMs for a batch
 * @param gigabytesPerSecond rows read, at all levels
 * @param shareOfBandwidth of what {@link MemoryBandwidth} measured with as many threads
 * @param shareCompleted of the comparisons of a probe with a row, those that reached level 2
 * @param shareScored those that reached level 3, the score in double
 * @param scoredAgain templates scored in double per probe
 * @param bytesPerProbe rows read, at all levels ({@link Levels})
 * @param memoryMb what all slices take, in the heap and outside, ids included
 * @param baseline its name, or null
 * @param baselineAbsent why it was not there, or null; then it has no figures
 * @param ratio {@code baselineMedianMs / medianMs}, the median over the rounds of the two in turn
 * @param baselineRecallAt1 share of the probes whose best template the baseline found
 * @param exact whether all {@code checkedProbes} answers equal brute force in double
 */
record MatchRow(
    String engine,
    String templates,
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
    double shareCompleted,
    double shareScored,
    double scoredAgain,
    double bytesPerProbe,
    double memoryMb,
    String baseline,
    String baselineAbsent,
    Double baselineMedianMs,
    Double ratio,
    Double baselineRecallAt1,
    boolean exact,
    int checkedProbes) {

  static MatchRow of(
      MatchSetup setup, double memoryMb, double bandwidth, OurSearches ours, PeerSearches peer) {
    Levels levels = ours.levels();
    double gigabytes = levels.bytes() / ours.medianMs() / 1e6;
    return new MatchRow(
        setup.kernel().name(),
        setup.templates().source(),
        setup.templates().size(),
        setup.templates().dim(),
        ours.probes(),
        setup.threads(),
        setup.k(),
        setup.minSimilarity(),
        ours.medianMs(),
        ours.probes() / ours.medianMs() * 1000,
        gigabytes,
        gigabytes / bandwidth,
        levels.completed(),
        levels.scored(),
        levels.rowsScored(),
        levels.bytes() / ours.probes(),
        memoryMb,
        peer.name(),
        peer.absent(),
        peer.medianMs(),
        peer.ratio(),
        peer.recallAt1(),
        ours.exact(),
        ours.checked());
  }
}
