package io.facestream.bench.match;

/**
 * Our searches with one size of batch.
 *
 * @param probes in a batch
 * @param exact whether the answers to the first {@code checked} probes equal brute force in double
 */
record OurSearches(int probes, double medianMs, Levels levels, boolean exact, int checked) {}
