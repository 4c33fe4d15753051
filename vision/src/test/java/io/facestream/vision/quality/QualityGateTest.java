package io.facestream.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.quality.Rejection.Cause;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityGateTest {
  private static final float[] FRONTAL = {30, 30, 70, 30, 50, 50, 35, 70, 65, 70};
  private static final float[] PROFILE = {30, 30, 50, 30, 70, 50, 35, 70, 55, 70};

  private final QualityGate gate = new QualityGate(QualityThresholds.defaults());

  @Test
  void shouldAcceptASharpFrontalFace() {
    assertThat(shape(face(100, FRONTAL)).usable()).isTrue();
    Quality quality = gate.judgePixels(face(100, FRONTAL), noise());
    assertThat(quality.rejection()).isNull();
    assertThat(quality.score()).isBetween(0.9, 1.0);
  }

  @Test
  void shouldRejectANarrowFaceAndSayHowNarrow() {
    assertThat(shape(face(25.9f, FRONTAL)).rejection())
        .isEqualTo(new Rejection(Cause.TOO_SMALL, "too small: 25 px wide, at least 32 px needed"));
  }

  @Test
  void shouldTellAllThatItMeasuresBesideItsBounds() {
    List<Measurement> shape = shape(face(25.9f, PROFILE)).measured();
    assertThat(shape).extracting(Measurement::measure).startsWith(Measure.WHOLE, Measure.WIDTH);
    assertThat(shape).extracting(Measurement::passes).containsExactly(true, false, false);
    assertThat(shape.get(1).least()).isEqualTo(32);
    assertThat(gate.judgePixels(face(100, FRONTAL), new byte[FaceAligner.CROP_BYTES]).measured())
        .extracting(Measurement::measure, Measurement::passes)
        .containsExactly(
            tuple(Measure.BRIGHTNESS, false),
            tuple(Measure.CONTRAST, false),
            tuple(Measure.SHARPNESS, false));
    assertThat(gate.judgePixels(face(100, FRONTAL), noise()).measured())
        .allMatch(Measurement::passes);
  }

  @Test
  void shouldRejectAProfile() {
    Rejection rejection = shape(face(100, PROFILE)).rejection();
    assertThat(rejection.cause()).isEqualTo(Cause.TURNED_AWAY);
    assertThat(rejection.message()).startsWith("turned away: ");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.2, -0.5, 0.5, 1.2})
  void shouldNotMindATiltedHead(double radians) {
    assertThat(gate.judgeShape(face(100, turned(FRONTAL, radians)), 300, 200).usable()).isTrue();
    assertThat(gate.judgeShape(face(100, turned(PROFILE, radians)), 300, 200).usable()).isFalse();
  }

  @Test
  void shouldRejectAFaceWithoutDetail() {
    byte[] ramp = new byte[FaceAligner.CROP_BYTES];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (60 + i / 3 % FaceAligner.CROP_SIDE);
    }
    assertThat(gate.judgePixels(face(100, FRONTAL), ramp).rejection())
        .isEqualTo(
            new Rejection(Cause.BLURRED, "blurred: sharpness 0.0000, at least 0.0060 needed"));
  }

  @Test
  void shouldSurviveEyesInOnePoint() {
    assertThat(shape(face(100, new float[10])).usable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-1,0", "0,-1", "301,0", "0,201"})
  void shouldRejectAFaceOfWhichALandmarkLiesOutside(float dx, float dy) {
    float[] points = FRONTAL.clone();
    points[6] = dx == 0 ? points[6] : dx;
    points[7] = dy == 0 ? points[7] : dy;
    Rejection rejection = gate.judgeShape(face(100, points), 300, 200).rejection();
    if (dx == 0 && dy == 0) {
      assertThat(rejection).isNull();
    } else {
      assertThat(rejection.cause()).isEqualTo(Cause.CUT_OFF);
      assertThat(rejection.message()).startsWith("cut off by the picture's edge: ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,20,TOO_DARK,too dark: brightness 10 of 255",
    "236,255,OVEREXPOSED,overexposed: brightness 24\\d of 255",
    "118,122,FLAT,flat: contrast 0\\.01\\d",
  })
  void shouldRejectFacesInLightThatSpoilsThem(
      int darkest, int brightest, Cause cause, String reason) {
    byte[] crop = new byte[FaceAligner.CROP_BYTES];
    Random random = new Random(2);
    for (int i = 0; i < crop.length; i += 3) {
      byte grey = (byte) (darkest + random.nextInt(brightest - darkest + 1));
      crop[i] = crop[i + 1] = crop[i + 2] = grey;
    }
    Rejection rejection = gate.judgePixels(face(100, FRONTAL), crop).rejection();
    assertThat(rejection.cause()).isEqualTo(cause);
    assertThat(rejection.message()).matches(reason + ",? .*");
  }

  @Test
  void shouldNameTheCameraOptionThatTurnsAFace() {
    Quality fine = new Quality(0.8, null, List.of());
    assertThat(gate.judgeTurn(fine, 0)).isEqualTo(fine);
    assertThat(gate.judgeTurn(fine, 2).rejection())
        .isEqualTo(
            new Rejection(
                Cause.UPSIDE_DOWN,
                "upside down: the picture must be turned clockwise by 180 degrees"
                    + " (camera option 'rotate: 180')"));
    Rejection side = gate.judgeTurn(fine, 3).rejection();
    assertThat(side.cause()).isEqualTo(Cause.ON_ITS_SIDE);
    assertThat(side.message()).startsWith("on its side: ").contains("270");
  }

  private Quality shape(DetectedFace face) {
    return gate.judgeShape(face, 300, 200);
  }

  private static DetectedFace face(float width, float[] landmarks) {
    return new DetectedFace(new PixelBox(0, 0, width, 1.3f * width), landmarks, 0.9f);
  }

  private static byte[] noise() {
    byte[] crop = new byte[FaceAligner.CROP_BYTES];
    new Random(1).nextBytes(crop);
    return crop;
  }

  /** About the middle of the face, which is moved well into the picture. */
  private static float[] turned(float[] points, double radians) {
    float[] turned = new float[points.length];
    for (int i = 0; i < points.length; i += 2) {
      float x = points[i] - 50;
      float y = points[i + 1] - 50;
      turned[i] = 100 + (float) (x * Math.cos(radians) - y * Math.sin(radians));
      turned[i + 1] = 100 + (float) (x * Math.sin(radians) + y * Math.cos(radians));
    }
    return turned;
  }
}
