package io.facestream.ingest.scene;

/** Box blur of a grid, edges repeated. */
final class Blur {

  private Blur() {}

  static float[] box(float[] in, int width, int height, int radius) {
    float[] across = new float[in.length];
    for (int y = 0; y < height; y++) {
      line(in, across, y * width, 1, width, radius);
    }
    float[] out = new float[in.length];
    for (int x = 0; x < width; x++) {
      line(across, out, x, width, height, radius);
    }
    return out;
  }

  private static void line(float[] in, float[] out, int start, int step, int count, int radius) {
    float scale = 1f / (2 * radius + 1);
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int k = -radius; k <= radius; k++) {
        sum += in[start + step * Math.max(0, Math.min(count - 1, i + k))];
      }
      out[start + step * i] = sum * scale;
    }
  }
}
