package io.facestream.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.evaluate.statistics.Estimate.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  /** By the formula, with z² = 3.8415: for 1 of 10 the centre is (0.1 + 0.19207) / 1.38415. */
  @ParameterizedTest
  @CsvSource({
    "0,10,0,0.2775",
    "1,10,0.0179,0.4042",
    "5,10,0.2366,0.7634",
    "10,10,0.7225,1",
    "13,1500,0.0051,0.0148"
  })
  void shouldHoldTheIntervalsOfTheTextbook(long hits, long trials, double low, double high) {
    Estimate estimate = Wilson.of(hits, trials);
    assertThat(estimate.value()).isEqualTo((double) hits / trials);
    assertThat(estimate.low()).isCloseTo(low, within(5e-5));
    assertThat(estimate.high()).isCloseTo(high, within(5e-5));
    assertThat(estimate.interval()).isEqualTo(Interval.WILSON);
  }

  @Test
  void shouldEndExactlyWhereNoneOrAllHit() {
    for (long trials : new long[] {1, 7, 48, 1500}) {
      assertThat(Wilson.of(0, trials).low()).isZero();
      assertThat(Wilson.of(trials, trials).high()).isEqualTo(1);
    }
  }

  @Test
  void shouldTurnRoundForTheShareThatIsLeft() {
    Estimate missed = Wilson.of(1, 10);
    Estimate found = missed.complement();
    assertThat(found.value()).isEqualTo(0.9);
    assertThat(found.low()).isEqualTo(1 - missed.high());
    assertThat(found.high()).isEqualTo(1 - missed.low());
    assertThat(found.hits()).isEqualTo(9);
  }
}
