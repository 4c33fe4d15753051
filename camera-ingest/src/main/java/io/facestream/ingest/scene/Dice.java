package io.facestream.ingest.scene;

/** SplitMix64 (Steele, Lea, Flood 2014), written out so that no JDK can change the sequence. */
final class Dice {

  private long state;

  Dice(long... seeds) {
    for (long seed : seeds) {
      state = mix(state + seed * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L);
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    return mix(state);
  }

  /** 0 ≤ x &lt; 1. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double p) {
    return unit() < p;
  }

  float range(float from, float to) {
    return from + (to - from) * (float) unit();
  }

  /** 0 ≤ n &lt; bound. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  int bits() {
    return (int) next();
  }

  int pick(int... from) {
    return from[below(from.length)];
  }
}
