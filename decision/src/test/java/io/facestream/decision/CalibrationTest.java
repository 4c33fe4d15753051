package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.decision.Calibration.Calibrated;
import io.facestream.wire.CurvePoint;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final FalseMatchCurve CURVE =
      FalseMatchCurve.of(
          new Models("test", "detector", "embedder"),
          "made up",
          1_000_000,
          1_000,
          List.of(new CurvePoint(1e-2, 0.2), new CurvePoint(1e-3, 0.3), new CurvePoint(1e-5, 0.5)));

  private final Calibration calibration = new Calibration(CURVE);

  @Test
  void shouldAskForAHigherCosineOfALargerGallery() {
    // With 20 templates and 5 views a share of 1 − (1 − 10⁻³)^100.
    double share = 1 - Math.pow(1 - 1e-3, 100);
    assertThat(calibration.cosineFor(share, 20).cosine()).isCloseTo(0.3, within(1e-9));
    assertThat(calibration.cosineFor(share, 20).beyondCurve()).isFalse();
    double before = -1;
    for (long templates = 1; templates <= 100_000_000; templates *= 10) {
      double cosine = calibration.cosineFor(0.01, templates).cosine();
      assertThat(cosine).as("%d templates", templates).isGreaterThanOrEqualTo(before);
      before = cosine;
    }
  }

  @Test
  void shouldAskForAHigherCosineOfASmallerShare() {
    assertThat(calibration.cosineFor(0.001, 100).cosine())
        .isGreaterThan(calibration.cosineFor(0.01, 100).cosine());
  }

  @Test
  void shouldContinueTheLastTwoPointsBeyondTheCurveAndSaySo() {
    // A rate of 10⁻⁷ is two decades beyond the last point, whose slope is 0.1 a decade.
    double share = 5e-7;
    Calibrated beyond = calibration.cosineFor(share, 1);
    assertThat(beyond.beyondCurve()).isTrue();
    assertThat(beyond.cosine()).isCloseTo(0.7, within(1e-6));
  }

  @Test
  void shouldNeverAskForMoreThanTheSamePicture() {
    assertThat(calibration.cosineFor(1e-12, 1_000_000_000).cosine()).isEqualTo(1);
  }

  @Test
  void shouldStayAtTheLoosestPointWhereMoreIsAllowed() {
    assertThat(calibration.cosineFor(0.9, 1)).isEqualTo(new Calibrated(0.2, false));
    assertThat(calibration.cosineFor(0.9, 0))
        .as("an empty gallery")
        .isEqualTo(new Calibrated(0.2, false));
  }

  /** Strangers whose similarities follow the curve exactly, drawn at random. */
  @Test
  void shouldNameThePromisedShareOfVisits() {
    int templates = 40;
    double share = 0.05;
    double cosine = calibration.cosineFor(share, templates).cosine();
    double rate = CURVE.fmrAt(cosine).value();
    Random random = new Random(7);
    int visits = 20_000;
    int named = 0;
    for (int visit = 0; visit < visits; visit++) {
      boolean hit = false;
      for (int i = 0; i < templates * Calibration.VIEWS_OF_A_VISIT; i++) {
        hit |= random.nextDouble() < rate;
      }
      named += hit ? 1 : 0;
    }
    assertThat((double) named / visits).isCloseTo(share, within(0.006));
  }
}
