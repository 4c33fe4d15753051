package io.facestream.bench.match;

import java.util.SplittableRandom;

/** What photos of the same person differ by. */
final class Noise {
  private Noise() {}

  /** How similar two photos of one person are: 0.3–0.8. */
  static double cosine(SplittableRandom random) {
    return 0.3 + 0.5 * random.nextDouble();
  }

  /** Four uniform numbers added up: near enough to normal, and quick. */
  static float normal(SplittableRandom random) {
    long bits = random.nextLong();
    return (short) bits + (short) (bits >> 16) + (short) (bits >> 32) + (short) (bits >> 48);
  }

  /** Any direction, of any length. */
  static void direction(SplittableRandom random, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = normal(random);
    }
  }

  /** Turns a vector of unit length away until its cosine to what it was is about that given. */
  static void turn(float[] vector, double cosine, SplittableRandom random) {
    float[] aside = new float[vector.length];
    direction(random, aside);
    Templates.normalise(aside);
    double length = Math.sqrt(1 / (cosine * cosine) - 1);
    for (int i = 0; i < vector.length; i++) {
      vector[i] += (float) (length * aside[i]);
    }
    Templates.normalise(vector);
  }
}
