package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.mix;

/** One point of a picture being painted: colours are laid over each other. */
final class Texel {

  float red;
  float green;
  float blue;
  float alpha;

  /** Highlights: 0 matt … 1 wet. */
  float gloss;

  void clear() {
    red = green = blue = alpha = gloss = 0;
  }

  /** Lays a colour over the point with the given coverage 0…1. */
  void lay(int colour, float light, float cover) {
    if (cover <= 0) {
      return;
    }
    red = mix(red, (colour >> 16 & 255) * light, cover);
    green = mix(green, (colour >> 8 & 255) * light, cover);
    blue = mix(blue, (colour & 255) * light, cover);
    alpha = alpha + (1 - alpha) * cover;
  }

  void darken(float factor) {
    red *= factor;
    green *= factor;
    blue *= factor;
  }

  void tint(float r, float g, float b) {
    red *= r;
    green *= g;
    blue *= b;
  }

  int rgb() {
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(float v) {
    return v <= 0 ? 0 : v >= 255 ? 255 : (int) (v + 0.5f);
  }
}
