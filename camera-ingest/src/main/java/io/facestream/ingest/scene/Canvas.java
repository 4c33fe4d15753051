package io.facestream.ingest.scene;

/** The picture being composed: 0xRRGGBB, row-major. */
final class Canvas {

  final int width;
  final int height;
  final int[] pixels;

  Canvas(int width, int height) {
    this(width, height, new int[width * height]);
  }

  /** Takes the pixels over. */
  Canvas(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /**
   * Lays a sprite so that its pixel (anchorX, anchorY) falls on (x, y), with one unit as large as
   * given and turned by the roll (radians, clockwise on the screen). Bilinear: the sprite should be
   * at most twice as large as shown.
   */
  void lay(Sprite s, float anchorX, float anchorY, float x, float y, float unit, float roll) {
    float scale = unit / s.perUnit;
    float sin = (float) StrictMath.sin(roll);
    float cos = (float) StrictMath.cos(roll);
    float left = -anchorX * scale;
    float right = (s.width - anchorX) * scale;
    float top = -anchorY * scale;
    float bottom = (s.height - anchorY) * scale;
    float spread = Math.abs(sin) * Math.max(Math.abs(top), Math.abs(bottom)) + 1;
    float rise = Math.abs(sin) * Math.max(Math.abs(left), Math.abs(right)) + 1;
    int fromX = Math.max(0, (int) (x + left - spread));
    int toX = Math.min(width - 1, (int) (x + right + spread));
    int fromY = Math.max(0, (int) (y + top - rise));
    int toY = Math.min(height - 1, (int) (y + bottom + rise));
    float stepX = cos / scale;
    float stepY = -sin / scale;
    for (int py = fromY; py <= toY; py++) {
      float dx = fromX - x;
      float dy = py - y;
      float sx = (dx * cos + dy * sin) / scale + anchorX;
      float sy = (dy * cos - dx * sin) / scale + anchorY;
      for (int px = fromX; px <= toX; px++, sx += stepX, sy += stepY) {
        if (sx >= 0 && sy >= 0 && sx < s.width - 1 && sy < s.height - 1) {
          blend(s, sx, sy, py * width + px);
        }
      }
    }
  }

  private void blend(Sprite s, float sx, float sy, int at) {
    int ix = (int) sx;
    int iy = (int) sy;
    int o = iy * s.width + ix;
    int a = s.pixels[o];
    int b = s.pixels[o + 1];
    int c = s.pixels[o + s.width];
    int d = s.pixels[o + s.width + 1];
    if ((a | b | c | d) == 0) {
      return;
    }
    int fx = (int) ((sx - ix) * 256);
    int fy = (int) ((sy - iy) * 256);
    // Two channels at a time: 8 bits of colour and 8 bits of weight never reach the neighbour.
    int low = mix(mix(a, b, fx), mix(c, d, fx), fy);
    int high = mix(mix(a >>> 8, b >>> 8, fx), mix(c >>> 8, d >>> 8, fx), fy);
    int keep = 256 - (high >>> 16) - (high >>> 23);
    int under = pixels[at];
    int lowUnder = (under & 0xff00ff) * keep >>> 8 & 0xff00ff;
    int highUnder = (under >>> 8 & 0xff) * keep >>> 8;
    pixels[at] = add(low, lowUnder) | Math.min(255, (high & 255) + highUnder) << 8;
  }

  /** Mixes the even bytes of two pixels. */
  private static int mix(int a, int b, int weight) {
    return ((a & 0xff00ff) * (256 - weight) + (b & 0xff00ff) * weight) >>> 8 & 0xff00ff;
  }

  private static int add(int a, int b) {
    int red = Math.min(255, (a >>> 16) + (b >>> 16));
    int blue = Math.min(255, (a & 255) + (b & 255));
    return red << 16 | blue;
  }
}
