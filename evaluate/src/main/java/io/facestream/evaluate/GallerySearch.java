package io.facestream.evaluate;

import io.facestream.evaluate.identification.GalleryPlan;
import io.facestream.evaluate.identification.SearchResults;
import io.facestream.evaluate.identification.Searches;
import io.facestream.evaluate.result.Groups.GroupRates;
import io.facestream.evaluate.result.Identification;
import io.facestream.evaluate.result.Identification.AtFpir;
import io.facestream.evaluate.result.Identification.DetPoint;
import io.facestream.evaluate.result.Identification.WithinRank;
import io.facestream.evaluate.statistics.Estimate;
import io.facestream.evaluate.statistics.PeopleBootstrap;
import io.facestream.evaluate.statistics.ScoreGrid;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Identification in random galleries; intervals by the people searched for. */
final class GallerySearch {
  private final GalleryPlan plan;
  private final SearchResults results;
  private final PeopleBootstrap people;

  GallerySearch(Samples samples, GalleryPlan plan, PeopleBootstrap people) {
    this.plan = plan;
    this.people = people;
    boolean[] mayBeEnrolled = new boolean[samples.people()];
    for (int person = 0; person < mayBeEnrolled.length; person++) {
      mayBeEnrolled[person] = !samples.labels().isStranger(person);
    }
    this.results =
        Searches.run(
            samples.comparisons().cosines(), samples.comparisons().people(), mayBeEnrolled, plan);
  }

  /** What was found; null when there was nobody to search for. */
  Identification result() {
    if (results.mated() + results.nonMated() == 0) {
      return null;
    }
    return new Identification(
        plan,
        results.mated(),
        results.peopleSearched(true),
        results.nonMated(),
        results.peopleSearched(false),
        results.mated() == 0 ? List.of() : ranks(),
        results.nonMated() == 0 ? List.of() : rates(),
        results.mated() == 0 || results.nonMated() == 0 ? List.of() : det());
  }

  private List<WithinRank> ranks() {
    return Arrays.stream(Rates.RANKS)
        .filter(rank -> rank <= plan.people())
        .mapToObj(rank -> new WithinRank(rank, results.withinRank(rank, people)))
        .toList();
  }

  private List<AtFpir> rates() {
    return Arrays.stream(Rates.FALSE_POSITIVE).mapToObj(this::at).toList();
  }

  private AtFpir at(double rate) {
    int bin = results.binForFpir(rate);
    if (!Rates.isShownBy(rate, results.nonMated()) || bin == ScoreGrid.BINS) {
      return new AtFpir(rate, null, null, null);
    }
    return new AtFpir(
        rate, ScoreGrid.cosine(bin), results.fpir(bin, people), results.fnir(bin, people));
  }

  private List<DetPoint> det() {
    return Rates.drawn(results.nonMatedTop())
        .mapToObj(
            bin -> new DetPoint(ScoreGrid.cosine(bin), results.fpirAt(bin), results.fnirAt(bin)))
        .toList();
  }

  /** FPIR at a cosine; null when everybody was enrolled. */
  Estimate fpir(double cosine) {
    return results.nonMated() == 0 ? null : results.fpir(binOf(cosine), people);
  }

  /** The lowest threshold that is no lower than the cosine. */
  private static int binOf(double cosine) {
    int bin = ScoreGrid.bin(cosine);
    return ScoreGrid.cosine(bin) < cosine ? bin + 1 : bin;
  }

  /** The threshold at which groups are compared; null without searches for strangers. */
  Double cosineOfGroups() {
    int bin = binOfGroups();
    return results.nonMated() == 0 || bin == ScoreGrid.BINS ? null : ScoreGrid.cosine(bin);
  }

  /** A group's rates, completed by what searches show. */
  GroupRates completed(GroupRates rates, IntPredicate whom) {
    if (cosineOfGroups() == null) {
      return rates;
    }
    return new GroupRates(
        rates.group(),
        rates.people(),
        rates.failureToEnrol(),
        rates.falseMatchRate(),
        rates.falseNonMatchRate(),
        results.fpir(binOfGroups(), people, whom),
        results.fnir(binOfGroups(), people, whom));
  }

  private int binOfGroups() {
    return results.binForFpir(Rates.FALSE_POSITIVE_OF_GROUPS);
  }
}
