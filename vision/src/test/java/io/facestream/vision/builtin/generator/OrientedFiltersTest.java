package io.facestream.vision.builtin.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OrientedFiltersTest {

  @Test
  void shouldAnswerEachDirectionByItsOwnFilterAndEvenLightByNone() {
    float[] weights = OrientedFilters.weights();
    int size = OrientedFilters.SIDE * OrientedFilters.SIDE;
    for (int filter = 0; filter < OrientedFilters.COUNT; filter++) {
      double even = 0;
      double strength = 0;
      for (int i = 0; i < 3 * size; i++) {
        even += weights[filter * 3 * size + i];
        strength += Math.abs(weights[filter * 3 * size + i]);
      }
      assertThat(even).as("answer of filter %s to even light", filter).isEqualTo(0, within(1e-6));
      assertThat(strength).isEqualTo(1, within(1e-5));
    }
  }
}
