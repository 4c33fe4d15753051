package io.facestream.bench.match;

import java.util.SplittableRandom;

/**
 * A gallery like a real one, by seed: persons of four templates each, whose cosines to each other
 * lie at 0.3–0.8. Each template is drawn again whenever it is read, so that the gallery may be
 * larger than memory.
 */
final class DrawnTemplates extends Templates {
  static final int PER_PERSON = 4;

  private static final long SEED = 20_261_121;

  DrawnTemplates(int n, int dim) {
    super(n, dim);
  }

  @Override
  String source() {
    return "drawn";
  }

  @Override
  void read(int row, float[] target) {
    mate(row / PER_PERSON, new SplittableRandom(SEED + row), target);
    normalise(target);
  }

  /** Every other probe is a stranger; the rest are mates of people in the gallery. */
  @Override
  float[] probes(int count) {
    float[] probes = new float[count * dim()];
    SplittableRandom random = new SplittableRandom(SEED + 1);
    float[] probe = new float[dim()];
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        mate(random.nextInt(size()) / PER_PERSON, random, probe);
      } else {
        Noise.direction(random, probe);
      }
      normalise(probe);
      System.arraycopy(probe, 0, probes, i * dim(), dim());
    }
    return probes;
  }

  /**
   * A template of a person: its centre and as much noise as leaves a cosine of 0.3–0.8 to others.
   */
  private static void mate(int person, SplittableRandom random, float[] target) {
    SplittableRandom centre = new SplittableRandom(SEED - 1 - person);
    float noise = (float) Math.sqrt(1 / Noise.cosine(centre) - 1);
    for (int i = 0; i < target.length; i++) {
      target[i] = Noise.normal(centre) + noise * Noise.normal(random);
    }
  }
}
