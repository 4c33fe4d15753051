package io.facestream.evaluate;

import io.facestream.evaluate.statistics.ScoreGrid;
import io.facestream.evaluate.statistics.ScoreHistogram;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The rates at which everything is told, and the thresholds at which it is drawn. */
final class Rates {
  /** Of single comparisons. */
  static final double[] FALSE_MATCH = {1e-2, 1e-3, 1e-4, 1e-5};

  /** Of searches in a gallery. */
  static final double[] FALSE_POSITIVE = {0.1, 0.03, 0.01, 0.003};

  /** At which groups are compared. */
  static final double FALSE_MATCH_OF_GROUPS = 1e-3;

  static final double FALSE_POSITIVE_OF_GROUPS = 0.01;

  static final int[] RANKS = {1, 5, 10};

  private static final int DRAWN_PER_DECADE = 12;

  private Rates() {}

  /** Whether a rate can be told by so many trials at all. */
  static boolean isShownBy(double rate, long trials) {
    return rate * trials >= 1;
  }

  /** Bins whose thresholds are reached by evenly falling shares, down to a single score. */
  static IntStream drawn(ScoreHistogram scores) {
    int steps = (int) Math.ceil(DRAWN_PER_DECADE * Math.log10(Math.max(2, scores.count())));
    return DoubleStream.concat(
            IntStream.rangeClosed(0, steps)
                .mapToDouble(step -> Math.pow(10, -(double) step / DRAWN_PER_DECADE)),
            DoubleStream.of(0))
        .mapToInt(scores::binReachedByAtMost)
        .filter(bin -> bin > 0 && bin < ScoreGrid.BINS)
        .distinct();
  }
}
