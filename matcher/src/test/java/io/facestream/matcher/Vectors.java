package io.facestream.matcher;

import java.util.Arrays;
import java.util.Random;

/** Makes vectors of every kind that has broken a search somewhere. */
final class Vectors {
  private Vectors() {}

  static float[] random(Random random, int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  /** A vector whose cosine to {@code centre} is about {@code similarity}. */
  static float[] mateOf(float[] centre, double similarity, Random random) {
    float[] noise = random(random, centre.length);
    double scale = Math.sqrt(1 / (similarity * similarity) - 1) * norm(centre) / norm(noise);
    float[] mate = new float[centre.length];
    for (int i = 0; i < mate.length; i++) {
      mate[i] = (float) (centre[i] + scale * noise[i]);
    }
    return mate;
  }

  /** The vector with one component moved by the smallest step there is. */
  static float[] nudged(float[] vector, Random random) {
    float[] nudged = vector.clone();
    int i = random.nextInt(vector.length);
    nudged[i] = Math.nextUp(nudged[i]);
    return nudged;
  }

  static float[] times(float[] vector, float factor) {
    float[] scaled = vector.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  static float[] constant(int dimension, float value) {
    float[] vector = new float[dimension];
    Arrays.fill(vector, value);
    return vector;
  }

  static float[] oneHot(int dimension, int place, float value) {
    float[] vector = new float[dimension];
    vector[place] = value;
    return vector;
  }

  private static double norm(float[] vector) {
    double sum = 0;
    for (float v : vector) {
      sum += (double) v * v;
    }
    return Math.sqrt(sum);
  }
}
