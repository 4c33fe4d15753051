package io.facestream.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantizerTest {
  private static final int D = 200;

  private final Quantizer quantizer = new Quantizer(Rows.strideOf(D));

  @Test
  void shouldBoundTheResidualItLeaves() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      float[] vector = new float[D];
      for (int j = 0; j < D; j++) {
        vector[j] = (float) Math.pow(random.nextGaussian(), 1 + 2 * (i % 5));
      }
      double actual = residualOf(vector);
      assertThat((double) quantizer.residual()).isBetween(actual, actual * (1 + 1e-6) + 1e-11);
    }
  }

  @Test
  void shouldLeaveNothingOfWhatInt8CanHold() {
    float[] vector = new float[D];
    vector[3] = -2;
    residualOf(vector);
    assertThat(quantizer.codes()[3]).isEqualTo((byte) -127);
    assertThat(quantizer.residual()).isLessThan(1e-7f);
  }

  @Test
  void shouldScaleEachVectorByItself() {
    float[] outlier = new float[D];
    Arrays.fill(outlier, 0.001f);
    outlier[0] = 1;
    assertThat(residualOf(outlier)).isLessThan(0.06);
    float[] flat = new float[D];
    Arrays.fill(flat, 1e-30f);
    assertThat(residualOf(flat)).isLessThan(1e-6);
  }

  /** Quantises and measures what is left, in double. */
  private double residualOf(float[] vector) {
    double norm = 0;
    for (float v : vector) {
      norm += (double) v * v;
    }
    norm = Math.sqrt(norm);
    quantizer.quantize(vector, 0, D, norm);
    double sum = 0;
    for (int i = 0; i < D; i++) {
      double error = vector[i] / norm - (double) quantizer.scale() * quantizer.codes()[i];
      sum += error * error;
    }
    return Math.sqrt(sum);
  }
}
