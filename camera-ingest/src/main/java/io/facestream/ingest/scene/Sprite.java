package io.facestream.ingest.scene;

/** A small picture with soft edges: 0xAARRGGBB, colours premultiplied by alpha. */
final class Sprite {

  final int width;
  final int height;
  final int[] pixels;

  /** How many pixels one unit of the person has. */
  final float perUnit;

  Sprite(int width, int height, float perUnit) {
    this.width = width;
    this.height = height;
    this.perUnit = perUnit;
    this.pixels = new int[width * height];
  }

  /** Colours 0…255, not yet premultiplied; alpha 0…1. */
  void set(int x, int y, float red, float green, float blue, float alpha) {
    float a = Shade.clamp01(alpha);
    pixels[y * width + x] =
        level(255 * a) << 24 | level(red * a) << 16 | level(green * a) << 8 | level(blue * a);
  }

  private static int level(float v) {
    return v <= 0 ? 0 : v >= 255 ? 255 : (int) (v + 0.5f);
  }

  /** Half the size, each pixel the mean of four. */
  Sprite half() {
    Sprite small = new Sprite((width + 1) / 2, (height + 1) / 2, perUnit / 2);
    for (int y = 0; y < small.height; y++) {
      int upper = 2 * y * width;
      int lower = Math.min(height - 1, 2 * y + 1) * width;
      for (int x = 0; x < small.width; x++) {
        int left = 2 * x;
        int right = Math.min(width - 1, left + 1);
        small.pixels[y * small.width + x] =
            mean(
                pixels[upper + left],
                pixels[upper + right],
                pixels[lower + left],
                pixels[lower + right]);
      }
    }
    return small;
  }

  private static int mean(int a, int b, int c, int d) {
    int result = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sum =
          (a >>> shift & 255) + (b >>> shift & 255) + (c >>> shift & 255) + (d >>> shift & 255);
      result |= (sum + 2) / 4 << shift;
    }
    return result;
  }
}
