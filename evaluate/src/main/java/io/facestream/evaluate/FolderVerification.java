package io.facestream.evaluate;

import io.facestream.evaluate.comparison.AllAgainstAll.Pair;
import io.facestream.evaluate.result.Groups.GroupRates;
import io.facestream.evaluate.result.LookAlikes;
import io.facestream.evaluate.result.Verification;
import io.facestream.evaluate.result.Verification.AtFalseMatchRate;
import io.facestream.evaluate.result.Verification.Protocol;
import io.facestream.evaluate.statistics.Estimate;
import io.facestream.evaluate.statistics.PairCounts;
import io.facestream.evaluate.statistics.PeopleBootstrap;
import io.facestream.evaluate.statistics.ScoreGrid;
import io.facestream.evaluate.statistics.TradeOff;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Verification by all comparisons of the photos; intervals by people. */
final class FolderVerification {
  private static final int LOOK_ALIKES = 10;

  private final Samples samples;
  private final PeopleBootstrap people;
  private final TradeOff scores;
  private final List<Pair> genuine;
  private final List<Pair> nearest;

  FolderVerification(Samples samples, PeopleBootstrap people) {
    this.samples = samples;
    this.people = people;
    this.scores = samples.comparisons().scores();
    this.genuine = samples.comparisons().genuine();
    this.nearest =
        samples
            .comparisons()
            .falseMatches(scores.impostor().binReachedByAtMost(Rates.FALSE_MATCH[0]));
  }

  TradeOff scores() {
    return scores;
  }

  Verification result() {
    boolean both = scores.genuine().count() > 0;
    return new Verification(
        Protocol.ALL_AGAINST_ALL,
        scores.genuine().count(),
        scores.impostor().count(),
        0,
        Arrays.stream(Rates.FALSE_MATCH).mapToObj(this::at).toList(),
        both ? scores.equalError() : null,
        both ? scores.mostAccurate() : null,
        both ? Rates.drawn(scores.impostor()).mapToObj(scores::at).toList() : List.of());
  }

  private AtFalseMatchRate at(double rate) {
    int bin = scores.impostor().binReachedByAtMost(rate);
    if (!Rates.isShownBy(rate, scores.impostor().count()) || bin == ScoreGrid.BINS) {
      return new AtFalseMatchRate(rate, null, null, null);
    }
    Estimate missed = falseNonMatchRate(bin, person -> true);
    return new AtFalseMatchRate(
        rate,
        ScoreGrid.cosine(bin),
        falseMatchRate(bin, person -> true),
        missed == null ? null : missed.complement());
  }

  /** Of comparisons of two people for both of whom it holds; at most the loosest rate is told. */
  private Estimate falseMatchRate(int bin, IntPredicate whom) {
    PairCounts hits = new PairCounts();
    for (Pair pair : nearest) {
      int one = personOf(pair.one());
      int other = personOf(pair.other());
      if (ScoreGrid.bin(pair.cosine()) >= bin && whom.test(one) && whom.test(other)) {
        hits.add(one, other);
      }
    }
    long[] photos = samples.photosByPerson();
    for (int person = 0; person < photos.length; person++) {
      photos[person] = whom.test(person) ? photos[person] : 0;
    }
    return people.pairShare(hits, photos);
  }

  private Estimate falseNonMatchRate(int bin, IntPredicate whom) {
    long[] missed = new long[samples.people()];
    long[] trials = new long[samples.people()];
    for (Pair pair : genuine) {
      int person = personOf(pair.one());
      if (whom.test(person)) {
        trials[person]++;
        missed[person] += ScoreGrid.bin(pair.cosine()) < bin ? 1 : 0;
      }
    }
    return people.share(missed, trials);
  }

  /** The bin of the threshold at which groups are compared. */
  int binOfGroups() {
    return scores.impostor().binReachedByAtMost(Rates.FALSE_MATCH_OF_GROUPS);
  }

  /** The part of a group's rates that comparisons show. */
  GroupRates ofGroup(String group, int size, Estimate failureToEnrol, IntPredicate whom) {
    int bin = binOfGroups();
    return new GroupRates(
        group,
        size,
        failureToEnrol,
        falseMatchRate(bin, whom),
        falseNonMatchRate(bin, whom),
        null,
        null);
  }

  List<LookAlikes> lookAlikes() {
    return nearest.stream()
        .limit(LOOK_ALIKES)
        .map(pair -> new LookAlikes(nameOf(pair.one()), nameOf(pair.other()), pair.cosine()))
        .toList();
  }

  private int personOf(int place) {
    return samples.comparisons().people()[place];
  }

  private String nameOf(int place) {
    return samples.usable().get(place).photo().name();
  }
}
