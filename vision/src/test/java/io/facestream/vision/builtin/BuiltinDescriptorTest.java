package io.facestream.vision.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceEmbedder;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltinDescriptorTest {

  @Test
  void shouldGiveUnitVectorsThatDoNotDependOnTheirNeighbours() {
    try (Vision vision = Vision.open("builtin", null);
        FaceEmbedder embedder = vision.newEmbedder()) {
      byte[] rings = crop(3);
      byte[] stripes = crop(11);
      float[][] together = embedder.embed(List.of(rings, stripes));
      assertThat(embedder.modelId()).isEqualTo("builtin-descriptor-1");
      assertThat(together[0]).hasSize(embedder.dimension());
      assertThat(dot(together[0], together[0])).isEqualTo(1, within(1e-5));
      assertThat(dot(together[1], embedder.embed(List.of(stripes))[0])).isEqualTo(1, within(1e-5));
      assertThat(dot(together[0], together[1])).isLessThan(0.9);
    }
  }

  private static byte[] crop(int pattern) {
    byte[] crop = new byte[FaceAligner.CROP_BYTES];
    for (int i = 0; i < crop.length; i++) {
      int x = i / 3 % FaceAligner.CROP_SIDE;
      int y = i / 3 / FaceAligner.CROP_SIDE;
      crop[i] = (byte) (x * pattern + y * y / pattern + i % 3 * 40);
    }
    return crop;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
