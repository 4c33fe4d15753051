package io.facestream.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {

  private static ScoreHistogram of(double... cosines) {
    ScoreHistogram histogram = new ScoreHistogram();
    Arrays.stream(cosines).forEach(histogram::add);
    return histogram;
  }

  @Test
  void shouldCountWhatReachesAThreshold() {
    ScoreHistogram histogram = of(-0.2, 0.1, 0.300015, 0.500005, 0.500005);
    assertThat(histogram.count()).isEqualTo(5);
    assertThat(histogram.reaching(0)).isEqualTo(5);
    assertThat(histogram.reaching(ScoreGrid.bin(0.300005))).isEqualTo(3);
    assertThat(histogram.reaching(ScoreGrid.bin(0.500005))).isEqualTo(2);
    assertThat(histogram.reaching(ScoreGrid.bin(0.500015))).isZero();
    assertThat(histogram.shareReaching(ScoreGrid.bin(0.300005))).isEqualTo(0.6);
  }

  @Test
  void shouldFindTheLowestThresholdThatAtMostAShareReaches() {
    ScoreHistogram histogram = of(0.1, 0.2, 0.3, 0.4);
    assertThat(histogram.binReachedByAtMost(1)).isZero();
    assertThat(histogram.binReachedByAtMost(0.5)).isEqualTo(ScoreGrid.bin(0.2) + 1);
    assertThat(histogram.binReachedByAtMost(0.25)).isEqualTo(ScoreGrid.bin(0.3) + 1);
    assertThat(histogram.binReachedByAtMost(0.2)).isEqualTo(ScoreGrid.bin(0.4) + 1);
    assertThat(of(1, 1).binReachedByAtMost(0.4)).isEqualTo(ScoreGrid.BINS);
  }

  @Test
  void shouldBeTheSumOfItsParts() {
    double[] scores = new Random(3).doubles(1000, -1, 1).toArray();
    ScoreHistogram all = of(scores);
    ScoreHistogram sum = of(Arrays.copyOf(scores, 400));
    sum.add(of(Arrays.copyOfRange(scores, 400, 1000)));
    for (int bin = 0; bin < ScoreGrid.BINS; bin += 97) {
      assertThat(sum.reaching(bin)).isEqualTo(all.reaching(bin));
    }
  }

  @Test
  void shouldAgreeWithCountingOneByOneAtEveryThreshold() {
    double[] scores = new Random(5).doubles(500, -1, 1).toArray();
    ScoreHistogram histogram = of(scores);
    for (int bin = 0; bin < ScoreGrid.BINS; bin += 1013) {
      int threshold = bin;
      assertThat(histogram.reaching(bin))
          .isEqualTo(Arrays.stream(scores).filter(s -> ScoreGrid.bin(s) >= threshold).count());
    }
  }

  @Test
  void shouldTakeWhatRoundingBroughtBeyondTheEndsAsTheEnds() {
    assertThat(ScoreGrid.bin(1.0000001)).isEqualTo(ScoreGrid.BINS - 1);
    assertThat(ScoreGrid.bin(-1.0000001)).isZero();
    assertThat(ScoreGrid.cosine(ScoreGrid.BINS - 1)).isEqualTo(1);
    assertThat(ScoreGrid.cosine(0)).isEqualTo(-1);
  }
}
