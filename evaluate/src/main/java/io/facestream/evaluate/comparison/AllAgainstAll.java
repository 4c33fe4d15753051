package io.facestream.evaluate.comparison;

import io.facestream.evaluate.statistics.ScoreGrid;
import io.facestream.evaluate.statistics.ScoreHistogram;
import io.facestream.evaluate.statistics.TradeOff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares every photo with every other: genuine comparisons are of one person's photos, impostor
 * comparisons of two people's.
 *
 * @param cosines of the photos
 * @param people whose photo each is, by number
 */
public record AllAgainstAll(Cosines cosines, int[] people) {
  /** Rows are dealt out to this many tasks, so that each has short and long ones. */
  private static final int TASKS = 16;

  /**
   * Two photos.
   *
   * @param one its place
   * @param other its place, below the first
   * @param cosine of both
   */
  public record Pair(int one, int other, double cosine) {}

  /** The scores of all comparisons. */
  public TradeOff scores() {
    List<TradeOff> parts = tasks(this::scores).toList();
    TradeOff all = new TradeOff(new ScoreHistogram(), new ScoreHistogram());
    for (TradeOff part : parts) {
      all.genuine().add(part.genuine());
      all.impostor().add(part.impostor());
    }
    return all;
  }

  private TradeOff scores(int task) {
    ScoreHistogram genuine = new ScoreHistogram();
    ScoreHistogram impostor = new ScoreHistogram();
    for (int one = task; one < people.length; one += TASKS) {
      for (int other = 0; other < one; other++) {
        (people[one] == people[other] ? genuine : impostor).add(cosines.of(one, other));
      }
    }
    return new TradeOff(genuine, impostor);
  }

  /** The impostor comparisons that reach the threshold of a bin, highest first. */
  public List<Pair> falseMatches(int bin) {
    return tasks(task -> pairs(task, false, bin))
        .flatMap(List::stream)
        .sorted(
            Comparator.comparingDouble((Pair pair) -> -pair.cosine())
                .thenComparing(Pair::one)
                .thenComparing(Pair::other))
        .toList();
  }

  /** The genuine comparisons, in no order. */
  public List<Pair> genuine() {
    return tasks(task -> pairs(task, true, 0)).flatMap(List::stream).toList();
  }

  private List<Pair> pairs(int task, boolean ofOnePerson, int bin) {
    List<Pair> found = new ArrayList<>();
    for (int one = task; one < people.length; one += TASKS) {
      for (int other = 0; other < one; other++) {
        if (people[one] == people[other] == ofOnePerson) {
          double cosine = cosines.of(one, other);
          if (ScoreGrid.bin(cosine) >= bin) {
            found.add(new Pair(one, other, cosine));
          }
        }
      }
    }
    return found;
  }

  private static <T> Stream<T> tasks(IntFunction<T> task) {
    return IntStream.range(0, TASKS).parallel().mapToObj(task);
  }
}
