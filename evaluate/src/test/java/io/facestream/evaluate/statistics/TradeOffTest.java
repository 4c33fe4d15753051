package io.facestream.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.evaluate.statistics.TradeOff.Threshold;
import io.facestream.wire.CurvePoint;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TradeOffTest {

  private static TradeOff of(double[] genuine, double[] impostor) {
    TradeOff scores = new TradeOff(new ScoreHistogram(), new ScoreHistogram());
    for (double score : genuine) {
      scores.genuine().add(score);
    }
    for (double score : impostor) {
      scores.impostor().add(score);
    }
    return scores;
  }

  private static TradeOff random(long seed) {
    Random random = new Random(seed);
    return of(
        random.ints(400, -1000, 1000).mapToDouble(i -> 0.5 + i / 2500.0).toArray(),
        random.doubles(3000).map(u -> u * u * 0.6).toArray());
  }

  @Test
  void shouldCountBothErrors() {
    TradeOff scores = of(new double[] {0.4, 0.6, 0.8, 0.9}, new double[] {0.1, 0.2, 0.3, 0.6, 0.7});
    Threshold at = scores.at(ScoreGrid.bin(0.5));
    assertThat(at.falseMatchRate()).isEqualTo(0.4);
    assertThat(at.falseNonMatchRate()).isEqualTo(0.25);
  }

  @Test
  void shouldFindWhereBothErrorsAreEqual() {
    TradeOff scores = of(new double[] {0.4, 0.6, 0.8, 0.9}, new double[] {0.1, 0.2, 0.3, 0.5});
    Threshold equal = scores.equalError();
    assertThat(equal.falseMatchRate()).isEqualTo(0.25);
    assertThat(equal.falseNonMatchRate()).isEqualTo(0.25);
    assertThat(equal.meanError()).isEqualTo(0.25);
    assertThat(equal.cosine()).isBetween(0.4, 0.5);
  }

  @Test
  void shouldFindWhereTheMostIsDecidedRightly() {
    TradeOff scores = of(new double[] {0.4, 0.6, 0.8, 0.9}, new double[] {0.1, 0.2, 0.3, 0.5});
    assertThat(1 - scores.mostAccurate().meanError()).isEqualTo(0.875);
    assertThat(of(new double[] {0.7, 0.8}, new double[] {0.1, 0.2}).mostAccurate().meanError())
        .isZero();
  }

  @Test
  void shouldLoseNoErrorWithoutGainingTheOther() {
    TradeOff scores = random(11);
    Threshold last = scores.at(0);
    for (int bin = 1; bin < ScoreGrid.BINS; bin += 71) {
      Threshold here = scores.at(bin);
      assertThat(here.falseMatchRate()).isLessThanOrEqualTo(last.falseMatchRate());
      assertThat(here.falseNonMatchRate()).isGreaterThanOrEqualTo(last.falseNonMatchRate());
      last = here;
    }
  }

  @Test
  void shouldFindTheEqualErrorThatLookingEverywhereFinds() {
    for (long seed = 0; seed < 5; seed++) {
      TradeOff scores = random(seed);
      double least = 1;
      for (int bin = 0; bin < ScoreGrid.BINS; bin++) {
        Threshold here = scores.at(bin);
        least = Math.min(least, Math.abs(here.falseMatchRate() - here.falseNonMatchRate()));
      }
      Threshold found = scores.equalError();
      assertThat(Math.abs(found.falseMatchRate() - found.falseNonMatchRate()))
          .isCloseTo(least, within(1e-12));
    }
  }

  @Test
  void shouldDrawTheCurveAsFarAsTenFalseMatchesStandBehindIt() {
    double[] impostors = new Random(1).doubles(10_000).toArray();
    List<CurvePoint> curve = of(new double[] {0.5}, impostors).curve();
    assertThat(curve.get(0).falseMatchRate()).isCloseTo(0.5, within(1e-9));
    assertThat(curve.get(curve.size() - 1).falseMatchRate()).isCloseTo(0.001, within(1e-9));
    assertThat(curve).hasSize(9);
    for (CurvePoint point : curve) {
      assertThat(point.cosine()).isCloseTo(1 - point.falseMatchRate(), within(0.02));
    }
  }

  @Test
  void shouldDrawNoCurveOfTooFewComparisons() {
    assertThat(of(new double[] {0.5}, new double[] {0.1, 0.2, 0.3}).curve()).isEmpty();
  }

  @Test
  void shouldRiseAndFallStrictlyAlsoWhereManyScoresAreEqual() {
    double[] impostors = new Random(1).ints(5000, 0, 7).mapToDouble(i -> i / 10.0).toArray();
    List<CurvePoint> curve = of(new double[] {0.5}, impostors).curve();
    assertThat(curve).hasSizeGreaterThan(1);
    for (int i = 1; i < curve.size(); i++) {
      assertThat(curve.get(i).falseMatchRate()).isLessThan(curve.get(i - 1).falseMatchRate());
      assertThat(curve.get(i).cosine()).isGreaterThan(curve.get(i - 1).cosine());
    }
  }
}
