package io.facestream.evaluate.identification;

import io.facestream.evaluate.statistics.Estimate;
import io.facestream.evaluate.statistics.PeopleBootstrap;
import io.facestream.evaluate.statistics.ScoreHistogram;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What all searches brought, and the rates of ISO/IEC 19795-1: FPIR, the share of the searches for
 * people who are not enrolled that name somebody all the same, and FNIR at rank 1, the share of the
 * searches for people who are enrolled that do not name them first, or do not reach the threshold.
 */
public final class SearchResults {
  private final List<Search> searches;
  private final int numberOfPeople;
  private final ScoreHistogram nonMatedTop = new ScoreHistogram();

  SearchResults(List<Search> searches, int numberOfPeople) {
    this.searches = searches;
    this.numberOfPeople = numberOfPeople;
    searches.stream()
        .filter(search -> !search.mated())
        .forEach(search -> nonMatedTop.addBin(search.bin()));
  }

  /** Searches for people who are enrolled. */
  public long mated() {
    return searches.size() - nonMatedTop.count();
  }

  /** Searches for people who are not enrolled. */
  public long nonMated() {
    return nonMatedTop.count();
  }

  /** The lowest threshold at which at most this share of the strangers is named, as a bin. */
  public int binForFpir(double share) {
    return nonMatedTop.binReachedByAtMost(share);
  }

  /** FPIR at the threshold of a bin; null when there was no such search. */
  public Estimate fpir(int bin, PeopleBootstrap people) {
    return fpir(bin, people, person -> true);
  }

  /** FPIR among the searches for some people. */
  public Estimate fpir(int bin, PeopleBootstrap people, IntPredicate whom) {
    return share(search -> !search.mated(), search -> search.bin() >= bin, people, whom);
  }

  /** FNIR at the threshold of a bin; null when there was no such search. */
  public Estimate fnir(int bin, PeopleBootstrap people) {
    return fnir(bin, people, person -> true);
  }

  /** FNIR among the searches for some people. */
  public Estimate fnir(int bin, PeopleBootstrap people, IntPredicate whom) {
    return share(Search::mated, search -> !search.identifiedAt(bin), people, whom);
  }

  /** The share of those enrolled who are among the most similar; null when there was no search. */
  public Estimate withinRank(int rank, PeopleBootstrap people) {
    return share(Search::mated, search -> search.rank() <= rank, people, person -> true);
  }

  private Estimate share(
      Predicate<Search> of, Predicate<Search> hit, PeopleBootstrap people, IntPredicate whom) {
    long[] hits = new long[numberOfPeople];
    long[] trials = new long[numberOfPeople];
    for (Search search : searches) {
      if (of.test(search) && whom.test(search.person())) {
        trials[search.person()]++;
        hits[search.person()] += hit.test(search) ? 1 : 0;
      }
    }
    return people.share(hits, trials);
  }

  /** How many people were searched for, enrolled or not. */
  public long peopleSearched(boolean mated) {
    return searches.stream()
        .filter(search -> search.mated() == mated)
        .map(Search::person)
        .distinct()
        .count();
  }

  /** The similarity of the nearest person in each search for somebody who is not enrolled. */
  public ScoreHistogram nonMatedTop() {
    return nonMatedTop;
  }

  /** FPIR at the threshold of a bin, without interval. */
  public double fpirAt(int bin) {
    return nonMatedTop.shareReaching(bin);
  }

  /** FNIR at the threshold of a bin, without interval. */
  public double fnirAt(int bin) {
    long missed =
        searches.stream().filter(search -> search.mated() && !search.identifiedAt(bin)).count();
    return (double) missed / mated();
  }
}
