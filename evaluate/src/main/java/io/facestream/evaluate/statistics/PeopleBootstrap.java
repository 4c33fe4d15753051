package io.facestream.evaluate.statistics;

import io.facestream.evaluate.statistics.Estimate.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Intervals for trials that are not independent, since one person has a part in many: people are
 * drawn again, with replacement, and bring all their trials. (Bolle, Ratha, Pankanti, "Error
 * analysis of pattern recognition systems: the subsets bootstrap", 2004.)
 *
 * <p>The interval is that of the 2.5 and 97.5 percentiles.
 */
public final class PeopleBootstrap {
  private static final int MOST_ROUNDS = 1000;
  private static final int LEAST_ROUNDS = 200;

  /** Draws that are kept, 4 bytes each. */
  private static final int MOST_DRAWS = 20_000_000;

  private static final double TAIL = 0.025;

  private final int[][] timesDrawn;

  /**
   * Draws the people of all rounds.
   *
   * @param people at least 1
   * @param seed equal seeds give equal intervals
   */
  public PeopleBootstrap(int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, MOST_DRAWS / people));
    timesDrawn = new int[rounds][people];
    for (int[] round : timesDrawn) {
      for (int i = 0; i < people; i++) {
        round[random.nextInt(people)]++;
      }
    }
  }

  /**
   * The share of all trials that hit, when each trial is of one person.
   *
   * @param hits of each person
   * @param trials of each person
   * @return null when there are no trials
   */
  public Estimate share(long[] hits, long[] trials) {
    return estimate(
        sum(hits),
        sum(trials),
        IntStream.range(0, trials.length).filter(person -> trials[person] > 0).count(),
        drawn -> weighted(hits, drawn) / weighted(trials, drawn));
  }

  /**
   * The share of all comparisons of two people that hit. Somebody drawn twice is not compared with
   * himself.
   *
   * @param hits the pairs of people that hit, and how often; others did not
   * @param photos of each person; all of two people's are compared
   * @return null when there are no comparisons
   */
  public Estimate pairShare(PairCounts hits, long[] photos) {
    return estimate(
        hits.sum(),
        (long) comparisons(photos, null),
        IntStream.range(0, photos.length).filter(person -> photos[person] > 0).count(),
        drawn -> hits.weighted(drawn) / comparisons(photos, drawn));
  }

  private Estimate estimate(
      long hits, long trials, long people, ToDoubleFunction<int[]> shareOfRound) {
    if (trials == 0) {
      return null;
    }
    double share = (double) hits / trials;
    if (hits == 0 || hits == trials) {
      return Wilson.of(share, people, hits, trials, Interval.WILSON_BY_PEOPLE);
    }
    double[] shares =
        Arrays.stream(timesDrawn)
            .parallel()
            .mapToDouble(shareOfRound)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    int tail = (int) Math.floor(TAIL * shares.length);
    return new Estimate(
        share,
        shares[tail],
        shares[shares.length - 1 - tail],
        hits,
        trials,
        Interval.PEOPLE_BOOTSTRAP);
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static double weighted(long[] counts, int[] drawn) {
    double sum = 0;
    for (int person = 0; person < counts.length; person++) {
      sum += (double) counts[person] * drawn[person];
    }
    return sum;
  }

  /** Of all photos with those of other people: half of the square less the squares. */
  private static double comparisons(long[] photos, int[] drawn) {
    double all = 0;
    double own = 0;
    for (int person = 0; person < photos.length; person++) {
      double weight = (double) photos[person] * (drawn == null ? 1 : drawn[person]);
      all += weight;
      own += weight * weight;
    }
    return (all * all - own) / 2;
  }
}
