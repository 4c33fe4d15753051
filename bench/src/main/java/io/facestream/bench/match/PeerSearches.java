package io.facestream.bench.match;

/**
 * A baseline's searches with one size of batch, in turn with ours; null what was not measured.
 *
 * @param ratio its time by ours, the median of the rounds
 * @param recallAt1 share of the probes whose best it found
 * @param absent why it could not take part
 */
record PeerSearches(String name, Double medianMs, Double ratio, Double recallAt1, String absent) {
  /** For a run without baselines. */
  static final PeerSearches NONE = new PeerSearches(null, null, null, null, null);

  static PeerSearches absent(String name, String reason) {
    return new PeerSearches(name, null, null, null, reason);
  }
}
