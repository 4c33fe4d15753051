package io.facestream.matcher.kernel;

import io.facestream.matcher.store.Embeddings;

/** A batch of checked and scaled probes, each padded with zeros to the stride of the rows. */
public final class Probes {
  private final int count;
  private final int dimension;
  private final int stride;
  private final float[] scaled;
  private final double[] norms;

  /**
   * @param probes {@code float[count * dimension]}, row-major
   * @throws IllegalArgumentException when there are fewer than {@code count} probes or one of them
   *     is not a usable embedding
   */
  public Probes(float[] probes, int count, int dimension, int stride) {
    if (count < 0 || (long) count * dimension > probes.length) {
      throw new IllegalArgumentException(
          "%d probes of %d components do not lie in an array of %d; give float[count * dimension]"
              .formatted(count, dimension, probes.length));
    }
    this.count = count;
    this.dimension = dimension;
    this.stride = stride;
    this.scaled = new float[count * stride];
    this.norms = new double[count];
    for (int i = 0; i < count; i++) {
      norms[i] =
          Embeddings.copyScaled(probes, i * dimension, scaled, i * stride, dimension, "probe " + i);
    }
  }

  public int count() {
    return count;
  }

  public int dimension() {
    return dimension;
  }

  /** {@code float[count * stride]}, row-major, each row scaled by a power of two. */
  public float[] scaled() {
    return scaled;
  }

  /** Where a probe starts in {@link #scaled()}. */
  public int start(int probe) {
    return probe * stride;
  }

  public double norm(int probe) {
    return norms[probe];
  }
}
