package io.facestream.evaluate.identification;

import io.facestream.evaluate.comparison.Cosines;
import io.facestream.evaluate.statistics.ScoreGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Searches photos in random galleries. */
public final class Searches {
  private Searches() {}

  /**
   * Draws the galleries and searches all photos that are not enrolled in each.
   *
   * @param people whose photo each is, by number from 0
   * @param mayBeEnrolled by the number of the person
   * @throws IllegalArgumentException when fewer people may be enrolled than the plan enrols
   */
  public static SearchResults run(
      Cosines cosines, int[] people, boolean[] mayBeEnrolled, GalleryPlan plan) {
    List<List<Integer>> photosOf = new ArrayList<>();
    for (int person = 0; person < mayBeEnrolled.length; person++) {
      photosOf.add(new ArrayList<>());
    }
    List<Integer> strangers = new ArrayList<>();
    for (int photo = 0; photo < people.length; photo++) {
      (mayBeEnrolled[people[photo]] ? photosOf.get(people[photo]) : strangers).add(photo);
    }
    photosOf.removeIf(List::isEmpty);
    if (photosOf.size() < plan.people()) {
      throw new IllegalArgumentException(
          "A gallery of " + plan.people() + " cannot be drawn from " + photosOf.size() + " people");
    }
    SplittableRandom seeds = new SplittableRandom(plan.seed());
    long[] seedOf =
        IntStream.range(0, plan.trials()).mapToLong(trial -> seeds.nextLong()).toArray();
    List<Search> all =
        IntStream.range(0, plan.trials())
            .parallel()
            .mapToObj(trial -> RandomGallery.draw(photosOf, strangers, plan, seedOf[trial]))
            .map(gallery -> searchAll(cosines, people, mayBeEnrolled.length, gallery))
            .flatMap(List::stream)
            .toList();
    return new SearchResults(all, mayBeEnrolled.length);
  }

  private static List<Search> searchAll(
      Cosines cosines, int[] people, int numberOfPeople, RandomGallery gallery) {
    List<Search> searches = new ArrayList<>();
    double[] best = new double[numberOfPeople];
    gallery
        .mated()
        .forEach(probe -> searches.add(search(cosines, people, best, gallery, probe, true)));
    gallery
        .nonMated()
        .forEach(probe -> searches.add(search(cosines, people, best, gallery, probe, false)));
    return searches;
  }

  private static Search search(
      Cosines cosines,
      int[] people,
      double[] best,
      RandomGallery gallery,
      int probe,
      boolean mated) {
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    double top = Double.NEGATIVE_INFINITY;
    for (int template : gallery.templates()) {
      double cosine = cosines.of(probe, template);
      best[people[template]] = Math.max(best[people[template]], cosine);
      top = Math.max(top, cosine);
    }
    int rank = 0;
    if (mated) {
      double own = best[people[probe]];
      for (double other : best) {
        rank += other >= own ? 1 : 0;
      }
    }
    return new Search(people[probe], rank, ScoreGrid.bin(top));
  }
}
