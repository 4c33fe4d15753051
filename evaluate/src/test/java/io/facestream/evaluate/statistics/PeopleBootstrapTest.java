package io.facestream.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.evaluate.statistics.Estimate.Interval;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeopleBootstrapTest {

  private static long[] each(int people, long value) {
    long[] counts = new long[people];
    Arrays.fill(counts, value);
    return counts;
  }

  @Test
  void shouldCountSharesOverAllTrials() {
    PeopleBootstrap people = new PeopleBootstrap(3, 1);
    Estimate share = people.share(new long[] {1, 0, 2}, new long[] {2, 4, 2});
    assertThat(share.value()).isEqualTo(3 / 8.0);
    assertThat(share.hits()).isEqualTo(3);
    assertThat(share.trials()).isEqualTo(8);
    assertThat(share.interval()).isEqualTo(Interval.PEOPLE_BOOTSTRAP);
  }

  /** With one trial a person people are trials, so that Wilson's interval is about the same. */
  @Test
  void shouldAgreeWithIndependentTrialsWhereThereIsOneAPerson() {
    long[] hits = new long[1000];
    Arrays.fill(hits, 0, 200, 1);
    Estimate drawn = new PeopleBootstrap(1000, 4).share(hits, each(1000, 1));
    Estimate wilson = Wilson.of(200, 1000);
    assertThat(drawn.low()).isCloseTo(wilson.low(), within(0.005));
    assertThat(drawn.high()).isCloseTo(wilson.high(), within(0.005));
  }

  /** A hundred trials of which a person misses all or none are no more than one. */
  @Test
  void shouldNotBeMadeSurerByRepeatingThePeople() {
    long[] hits = new long[100];
    Arrays.fill(hits, 0, 20, 100);
    Estimate repeated = new PeopleBootstrap(100, 4).share(hits, each(100, 100));
    Estimate wilson = Wilson.of(20, 100);
    assertThat(repeated.low()).isCloseTo(wilson.low(), within(0.02));
    assertThat(repeated.high()).isCloseTo(wilson.high(), within(0.02));
    assertThat(Wilson.of(2000, 10_000).high()).isLessThan(repeated.high() - 0.05);
  }

  @Test
  void shouldTakeEachPersonAsOneTrialWhereNothingOrEverythingHit() {
    PeopleBootstrap people = new PeopleBootstrap(30, 1);
    Estimate none = people.share(each(30, 0), each(30, 9));
    assertThat(none.value()).isZero();
    assertThat(none.high()).isEqualTo(Wilson.of(0, 30).high());
    assertThat(none.interval()).isEqualTo(Interval.WILSON_BY_PEOPLE);
    assertThat(people.share(each(30, 9), each(30, 9)).low()).isEqualTo(Wilson.of(30, 30).low());
  }

  @Test
  void shouldKnowNothingWithoutTrials() {
    assertThat(new PeopleBootstrap(3, 1).share(each(3, 0), each(3, 0))).isNull();
    assertThat(new PeopleBootstrap(3, 1).pairShare(new PairCounts(), new long[] {5, 0, 0}))
        .isNull();
  }

  /** Of 2, 3 and 1 photos there are 2·3 + 2·1 + 3·1 = 11 comparisons of two people. */
  @Test
  void shouldCompareAllPhotosOfTwoPeople() {
    PairCounts hits = new PairCounts();
    hits.add(0, 1);
    hits.add(1, 0);
    hits.add(2, 1);
    Estimate share = new PeopleBootstrap(3, 1).pairShare(hits, new long[] {2, 3, 1});
    assertThat(share.value()).isEqualTo(3 / 11.0);
    assertThat(share.trials()).isEqualTo(11);
  }

  @Test
  void shouldGiveEqualIntervalsForEqualSeeds() {
    long[] hits = new Random(2).longs(50, 0, 3).toArray();
    assertThat(new PeopleBootstrap(50, 9).share(hits, each(50, 3)))
        .isEqualTo(new PeopleBootstrap(50, 9).share(hits, each(50, 3)))
        .isNotEqualTo(new PeopleBootstrap(50, 10).share(hits, each(50, 3)));
  }

  /** One person who looks like everybody makes the rate uncertain, though comparisons are many. */
  @Test
  void shouldBeWiderWhenOnePersonMakesAllFalseMatches() {
    PairCounts spread = new PairCounts();
    PairCounts wolf = new PairCounts();
    for (int other = 1; other < 60; other++) {
      wolf.add(0, other);
      spread.add(other, other - 1);
    }
    PeopleBootstrap people = new PeopleBootstrap(60, 3);
    Estimate narrow = people.pairShare(spread, each(60, 1));
    Estimate wide = people.pairShare(wolf, each(60, 1));
    assertThat(wide.value()).isEqualTo(narrow.value());
    assertThat(wide.high() - wide.low()).isGreaterThan(1.5 * (narrow.high() - narrow.low()));
  }
}
