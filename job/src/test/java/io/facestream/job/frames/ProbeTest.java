package io.facestream.job.frames;

import static io.facestream.job.testing.Fixtures.place;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void shouldRejectAFaceWhoseEmbeddingHasNoDirection() {
    rejects(new float[4]);
    rejects(new float[] {1, Float.NaN, 0, 0});
    rejects(new float[] {1, Float.POSITIVE_INFINITY, 0, 0});
    rejects(new float[] {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0, 0});
  }

  @Test
  void shouldKeepWhatCanBeCompared() {
    for (float value : new float[] {1, -1e-30f, Float.MAX_VALUE, Float.MIN_VALUE}) {
      float[] embedding = {0, value, 0, 0};
      Probe probe = Probe.of(place(null), embedding);
      assertThat(probe.embedding()).isSameAs(embedding);
      assertThat(probe.place()).isEqualTo(place(null));
    }
  }

  private static void rejects(float[] embedding) {
    Probe probe = Probe.of(place(null), embedding);
    assertThat(probe.embedding()).isNull();
    assertThat(probe.place().rejection()).contains("no direction");
    assertThat(probe.place().box()).isEqualTo(place(null).box());
  }
}
