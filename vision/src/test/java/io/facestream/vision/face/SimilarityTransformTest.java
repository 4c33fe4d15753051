package io.facestream.vision.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTransformTest {
  private static final float[] TEMPLATE = {
    38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f,
    92.2041f
  };

  @Test
  void shouldLeaveTheTemplateWhereItIs() {
    assertThat(SimilarityTransform.toTemplate(TEMPLATE))
        .containsExactly(new double[] {1, 0, 0, 0, 1, 0}, within(1e-9));
  }

  @Test
  void shouldUndoScaleRotationAndShift() {
    float[] moved = new float[10];
    for (int i = 0; i < 10; i += 2) {
      moved[i] = 3 * -TEMPLATE[i + 1] + 500;
      moved[i + 1] = 3 * TEMPLATE[i] - 40;
    }
    double[] m = SimilarityTransform.toTemplate(moved);
    for (int i = 0; i < 10; i += 2) {
      assertThat(m[0] * moved[i] + m[1] * moved[i + 1] + m[2]).isCloseTo(TEMPLATE[i], within(1e-3));
      assertThat(m[3] * moved[i] + m[4] * moved[i + 1] + m[5])
          .isCloseTo(TEMPLATE[i + 1], within(1e-3));
    }
  }

  @Test
  void shouldNotDivideByZeroWhenAllPointsAreOne() {
    assertThat(SimilarityTransform.toTemplate(new float[10])).doesNotContain(Double.NaN);
  }
}
