package io.facestream.bench.match;

import java.util.SplittableRandom;

/**
 * A gallery like a real one, by seed: persons of four templates each, whose cosines to each other
 * lie at 0.3–0.8, unit length, fp32. Each template is drawn again whenever it is read, so that the
 * gallery may be larger than memory.
 */
class Templates {
  private static final int PER_PERSON = 4;
  private static final long SEED = 20_261_121;

  private final int n;
  private final int dim;

  Templates(int n, int dim) {
    this.n = n;
    this.dim = dim;
  }

  final int size() {
    return n;
  }

  final int dim() {
    return dim;
  }

  void read(int row, float[] target) {
    mate(row / PER_PERSON, new SplittableRandom(SEED + row), target);
    normalise(target);
  }

  static String id(int row) {
    return "person-" + row / PER_PERSON + "/" + row % PER_PERSON;
  }

  /** Every other probe is a stranger; the rest are mates of people in the gallery. */
  final float[] probes(int count) {
    float[] probes = new float[count * dim];
    SplittableRandom random = new SplittableRandom(SEED + 1);
    float[] probe = new float[dim];
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        mate(random.nextInt(n) / PER_PERSON, random, probe);
      } else {
        direction(random, probe);
      }
      normalise(probe);
      System.arraycopy(probe, 0, probes, i * dim, dim);
    }
    return probes;
  }

  /**
   * A template of a person: its centre and as much noise as leaves a cosine of 0.3–0.8 to others.
   */
  private static void mate(int person, SplittableRandom random, float[] target) {
    SplittableRandom centre = new SplittableRandom(SEED - 1 - person);
    double cosine = 0.3 + 0.5 * centre.nextDouble();
    float noise = (float) Math.sqrt(1 / cosine - 1);
    for (int i = 0; i < target.length; i++) {
      target[i] = normal(centre) + noise * normal(random);
    }
  }

  private static void direction(SplittableRandom random, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = normal(random);
    }
  }

  /** Four uniform numbers added up: near enough to normal, and quick. */
  private static float normal(SplittableRandom random) {
    long bits = random.nextLong();
    return (short) bits + (short) (bits >> 16) + (short) (bits >> 32) + (short) (bits >> 48);
  }

  private static void normalise(float[] vector) {
    double sum = 0;
    for (float v : vector) {
      sum += (double) v * v;
    }
    float factor = (float) (1 / Math.sqrt(sum));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
