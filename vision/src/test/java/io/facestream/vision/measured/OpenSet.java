package io.facestream.vision.measured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Searches for strangers and for mates under one rule, and what it loses at an equal FPIR. */
public final class OpenSet {
  private static final double NOT_FIRST = -2;
  private static final int DRAWINGS = 1_000;
  private static final double NORMAL = 1.96;

  private final List<Double> strangers = new ArrayList<>();
  private final List<Double> mates = new ArrayList<>();
  private final List<String> people = new ArrayList<>();

  /**
   * A search for somebody who is not enrolled.
   *
   * @param scores one for each person enrolled
   */
  public void stranger(double[] scores) {
    strangers.add(scores[best(scores)]);
  }

  /**
   * A search for somebody who is.
   *
   * @param own which of the persons it is
   */
  public void mate(double[] scores, int own) {
    mate(scores, own, String.valueOf(mates.size()));
  }

  /**
   * The same where one person is searched several times, which are not independent.
   *
   * @param person who is searched
   */
  public void mate(double[] scores, int own, String person) {
    mates.add(best(scores) == own ? scores[own] : NOT_FIRST);
    people.add(person);
  }

  /** How many searches there were. */
  public int strangers() {
    return strangers.size();
  }

  /** How many searches there were. */
  public int mates() {
    return mates.size();
  }

  /** Share of the mates who are missed when this share of the strangers is named. */
  public double fnirAt(double fpir) {
    double threshold = thresholdAt(fpir);
    return (double) mates.stream().filter(score -> score <= threshold).count() / mates.size();
  }

  private double thresholdAt(double fpir) {
    List<Double> highestFirst = strangers.stream().sorted(Comparator.reverseOrder()).toList();
    return highestFirst.get((int) (fpir * highestFirst.size()));
  }

  /** Of 95 %. */
  public record Interval(double low, double high) {}

  /**
   * The interval of {@link #fnirAt}, by drawing people again with replacement, all their searches
   * with them, at the threshold held fixed. Where nothing was missed it is Wilson's, each person
   * being one trial.
   */
  public Interval intervalAt(double fpir) {
    double threshold = thresholdAt(fpir);
    Map<String, int[]> missedOfSearches = new TreeMap<>();
    for (int i = 0; i < mates.size(); i++) {
      int[] counts = missedOfSearches.computeIfAbsent(people.get(i), person -> new int[2]);
      counts[0] += mates.get(i) <= threshold ? 1 : 0;
      counts[1]++;
    }
    List<int[]> persons = List.copyOf(missedOfSearches.values());
    if (persons.stream().allMatch(counts -> counts[0] == 0)) {
      double square = NORMAL * NORMAL;
      return new Interval(0, square / (persons.size() + square));
    }
    Random random = new Random(1);
    double[] shares = new double[DRAWINGS];
    for (int i = 0; i < DRAWINGS; i++) {
      double missed = 0;
      double searches = 0;
      for (int j = 0; j < persons.size(); j++) {
        int[] counts = persons.get(random.nextInt(persons.size()));
        missed += counts[0];
        searches += counts[1];
      }
      shares[i] = missed / searches;
    }
    Arrays.sort(shares);
    return new Interval(shares[DRAWINGS / 40], shares[DRAWINGS - 1 - DRAWINGS / 40]);
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
