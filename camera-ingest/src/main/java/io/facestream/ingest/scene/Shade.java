package io.facestream.ingest.scene;

/**
 * Small scalar fields from which faces, bodies and the room are drawn.
 *
 * <p>Only additions, multiplications, divisions and square roots are used: Java defines those to
 * the last bit, so the same scene has the same bytes on every machine.
 */
final class Shade {

  private Shade() {}

  static float clamp01(float x) {
    return x < 0 ? 0 : Math.min(x, 1);
  }

  static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }

  /** 0 below {@code from}, 1 above {@code to}, a cubic ramp between (also for from &gt; to). */
  static float ramp(float from, float to, float x) {
    float t = clamp01((x - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  /** A bell like exp(-(x²+y²)/2) with compact support (radius √8). */
  static float bell(float x, float y) {
    float b = 1 - (x * x + y * y) / 8;
    if (b <= 0) {
      return 0;
    }
    b *= b;
    return b * b;
  }

  /** Repeatable noise in 0…1 for one lattice point. */
  static float hash(int seed, int x, int y) {
    int h = seed * 0x27d4eb2d + x * 0x165667b1 + y * 0x9e3779b9;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return ((h ^ (h >>> 16)) >>> 8) / (float) (1 << 24);
  }

  /** Smooth value noise in 0…1, one lattice cell per unit. */
  static float noise(int seed, float x, float y) {
    int xi = (int) Math.floor(x);
    int yi = (int) Math.floor(y);
    float fx = x - xi;
    float fy = y - yi;
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    float top = mix(hash(seed, xi, yi), hash(seed, xi + 1, yi), fx);
    float bottom = mix(hash(seed, xi, yi + 1), hash(seed, xi + 1, yi + 1), fx);
    return mix(top, bottom, fy);
  }
}
