package io.facestream.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityGateTest {
  private static final float[] FRONTAL = {30, 30, 70, 30, 50, 50, 35, 70, 65, 70};
  private static final float[] PROFILE = {30, 30, 50, 30, 70, 50, 35, 70, 55, 70};

  private final QualityGate gate = new QualityGate(QualityThresholds.defaults());

  @Test
  void shouldAcceptASharpFrontalFace() {
    Quality quality = gate.judge(face(100, FRONTAL), noise());
    assertThat(quality.rejection()).isNull();
    assertThat(quality.score()).isBetween(0.9, 1.0);
  }

  @Test
  void shouldRejectANarrowFaceAndSayHowNarrow() {
    assertThat(gate.judge(face(25.9f, FRONTAL), noise()).rejection())
        .isEqualTo("too small: 25 px wide, at least 32 px needed");
  }

  @Test
  void shouldRejectAProfile() {
    assertThat(gate.judge(face(100, PROFILE), noise()).rejection()).startsWith("turned away: ");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.2, -0.5, 0.5, 1.2})
  void shouldNotMindATiltedHead(double radians) {
    assertThat(gate.judgeShape(face(100, turned(FRONTAL, radians))).usable()).isTrue();
    assertThat(gate.judgeShape(face(100, turned(PROFILE, radians))).usable()).isFalse();
  }

  @Test
  void shouldRejectAFaceWithoutDetail() {
    byte[] ramp = new byte[FaceAligner.CROP_BYTES];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (i / 3 % FaceAligner.CROP_SIDE);
    }
    assertThat(gate.judge(face(100, FRONTAL), ramp).rejection())
        .isEqualTo("blurred: sharpness 0.0000, at least 0.0060 needed");
  }

  @Test
  void shouldSurviveEyesInOnePoint() {
    assertThat(gate.judgeShape(face(100, new float[10])).usable()).isFalse();
  }

  private static DetectedFace face(float width, float[] landmarks) {
    return new DetectedFace(new PixelBox(0, 0, width, 1.3f * width), landmarks, 0.9f);
  }

  private static byte[] noise() {
    byte[] crop = new byte[FaceAligner.CROP_BYTES];
    new Random(1).nextBytes(crop);
    return crop;
  }

  private static float[] turned(float[] points, double radians) {
    float[] turned = new float[points.length];
    for (int i = 0; i < points.length; i += 2) {
      turned[i] = (float) (points[i] * Math.cos(radians) - points[i + 1] * Math.sin(radians));
      turned[i + 1] = (float) (points[i] * Math.sin(radians) + points[i + 1] * Math.cos(radians));
    }
    return turned;
  }
}
