package io.facestream.vision.measured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Searches for strangers and for mates under one rule, and what it loses at an equal FPIR. */
final class OpenSet {
  private static final double NOT_FIRST = -2;

  private final List<Double> strangers = new ArrayList<>();
  private final List<Double> mates = new ArrayList<>();

  /**
   * A search for somebody who is not enrolled.
   *
   * @param scores one for each person enrolled
   */
  void stranger(double[] scores) {
    strangers.add(scores[best(scores)]);
  }

  /**
   * A search for somebody who is.
   *
   * @param own which of the persons it is
   */
  void mate(double[] scores, int own) {
    mates.add(best(scores) == own ? scores[own] : NOT_FIRST);
  }

  int strangers() {
    return strangers.size();
  }

  int mates() {
    return mates.size();
  }

  /** Share of the mates who are missed when this share of the strangers is named. */
  double fnirAt(double fpir) {
    List<Double> highestFirst = strangers.stream().sorted(Comparator.reverseOrder()).toList();
    double threshold = highestFirst.get((int) (fpir * highestFirst.size()));
    return (double) mates.stream().filter(score -> score <= threshold).count() / mates.size();
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
