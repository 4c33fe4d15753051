package io.facestream.matcher.kernel;

import io.facestream.matcher.store.Embeddings;
import java.util.Locale;

/**
 * A batch of checked and scaled probes, each padded with zeros to the stride of the rows. One that
 * is zero or not finite is like nobody: it is no reason to fail the others, so kernels get a
 * stand-in for it and {@link #usable} says that it must find nothing.
 */
public final class Probes {
  private final int count;
  private final int dimension;
  private final int stride;
  private final float[] scaled;
  private final double[] norms;
  private final boolean[] usable;

  /**
   * @param probes {@code float[count * dimension]}, row-major
   * @throws IllegalArgumentException when there are fewer than {@code count} probes
   */
  public Probes(float[] probes, int count, int dimension, int stride) {
    if (count < 0 || (long) count * dimension > probes.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d probes of %d components do not lie in an array of %d; give float[count * dimension]",
              count,
              dimension,
              probes.length));
    }
    this.count = count;
    this.dimension = dimension;
    this.stride = stride;
    this.scaled = new float[count * stride];
    this.norms = new double[count];
    this.usable = new boolean[count];
    for (int i = 0; i < count; i++) {
      usable[i] = Embeddings.isUsable(probes, i * dimension, dimension);
      if (usable[i]) {
        norms[i] =
            Embeddings.copyScaled(
                probes, i * dimension, scaled, i * stride, dimension, "probe " + i);
      } else {
        scaled[i * stride] = 1;
        norms[i] = 1;
      }
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

  /** Whether the probe has a direction; if not, nothing is similar to it. */
  public boolean usable(int probe) {
    return usable[probe];
  }

  public double norm(int probe) {
    return norms[probe];
  }
}
