package io.facestream.bench.match;

import io.facestream.matcher.SearchWork;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Times of one batch, searched by each engine in turn, so that a busy minute slows all. */
final class Turns {
  private static final int WARM_UPS = 3;

  /** A small gallery is searched before the compiler has seen anything: it gets more searches. */
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private final MatchSetup setup;
  private final Slices slices;
  private final List<Baseline> peers;
  private final float[] probes;
  private final int count;
  private final double[] ours;
  private final double[][] theirs;
  private final int[][] nearest;
  private final SearchWork work;

  /** Warms all up, then takes the turns. */
  Turns(MatchSetup setup, Slices slices, List<Baseline> peers, float[] probes, int count)
      throws Exception {
    this.setup = setup;
    this.slices = slices;
    this.peers = peers;
    this.probes = probes;
    this.count = count;
    this.ours = new double[setup.rounds()];
    this.theirs = new double[peers.size()][setup.rounds()];
    this.nearest = new int[peers.size()][];
    long start = System.nanoTime();
    for (int i = 0; i < WARM_UPS || System.nanoTime() - start < WARM_UP_NANOS; i++) {
      turn(0);
    }
    SearchWork before = slices.work();
    for (int round = 0; round < setup.rounds(); round++) {
      turn(round);
    }
    this.work = slices.work().minus(before);
  }

  private void turn(int round) throws Exception {
    long start = System.nanoTime();
    slices.search(probes, count, setup.k(), setup.minSimilarity());
    ours[round] = (System.nanoTime() - start) / 1e6;
    for (int i = 0; i < theirs.length; i++) {
      Baseline.Answer answer = peers.get(i).search(probes, count, setup.k(), setup.threads());
      theirs[i][round] = answer.millis();
      nearest[i] = answer.nearest();
    }
  }

  double oursMs() {
    return median(ours);
  }

  Levels levels() {
    return Levels.of(work, setup.templates().dim(), count, setup.rounds());
  }

  double theirsMs(int peer) {
    return median(theirs[peer]);
  }

  /** Theirs by ours. */
  double ratio(int peer) {
    return median(
        IntStream.range(0, ours.length).mapToDouble(i -> theirs[peer][i] / ours[i]).toArray());
  }

  /** By probe, the row that the peer held for the best. */
  int[] nearest(int peer) {
    return nearest[peer];
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
