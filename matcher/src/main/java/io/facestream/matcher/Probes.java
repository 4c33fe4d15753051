package io.facestream.matcher;

/** A batch of checked and scaled probes. */
final class Probes {
  private final int count;
  private final float[] scaled;
  private final double[] norms;

  /**
   * @throws IllegalArgumentException when there are fewer than {@code count} probes or one of them
   *     is not a usable embedding
   */
  Probes(float[] probes, int count, int dimension) {
    if (count < 0 || (long) count * dimension > probes.length) {
      throw new IllegalArgumentException(
          "%d probes of %d components do not lie in an array of %d; give float[count * dimension]"
              .formatted(count, dimension, probes.length));
    }
    this.count = count;
    this.scaled = new float[count * dimension];
    this.norms = new double[count];
    for (int i = 0; i < count; i++) {
      int start = i * dimension;
      norms[i] = Embeddings.copyScaled(probes, start, scaled, start, dimension, "probe " + i);
    }
  }

  int count() {
    return count;
  }

  /** {@code float[count * dimension]}, row-major, each row scaled by a power of two. */
  float[] scaled() {
    return scaled;
  }

  double norm(int probe) {
    return norms[probe];
  }
}
