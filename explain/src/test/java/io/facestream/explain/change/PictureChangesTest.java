package io.facestream.explain.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.quality.Measure;
import io.facestream.vision.quality.Measurement;
import io.facestream.vision.quality.Rejection;
import io.facestream.vision.quality.Rejection.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureChangesTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  @Test
  void shouldNameAllThatIsWrongAndNotOnlyWhatTheGateSawFirst() {
    assertThat(
            PictureChanges.of(
                new Rejection(Cause.TOO_SMALL, "too small: 25 px wide, at least 32 px needed"),
                List.of(
                    new Measurement(Measure.WHOLE, 1, 1, ANY),
                    new Measurement(Measure.WIDTH, 25.9, 32, ANY),
                    new Measurement(Measure.BRIGHTNESS, 250, 20, 240),
                    new Measurement(Measure.SHARPNESS, 0.001, 0.006, ANY))))
        .extracting(Change::text)
        .containsExactly(
            "a face 32 px wide or wider instead of 25: nearer, or in a picture of more pixels",
            "less light: brightness 240 or less instead of 250",
            "a sharper face: 0.0060 or more instead of 0.0010");
  }

  @Test
  void shouldTurnThePicture() {
    assertThat(
            PictureChanges.of(
                new Rejection(
                    Cause.UPSIDE_DOWN,
                    "upside down: the picture must be turned clockwise by 180 degrees (camera"
                        + " option 'rotate: 180')"),
                List.of()))
        .extracting(Change::text)
        .containsExactly(
            "another turn: the picture must be turned clockwise by 180 degrees (camera option"
                + " 'rotate: 180')");
  }
}
