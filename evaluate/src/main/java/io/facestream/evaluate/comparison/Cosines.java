package io.facestream.evaluate.comparison;

import java.util.stream.IntStream;

/**
 * The cosine of each two embeddings, in double precision. Those of some thousand photos are worked
 * out once and kept, 8 bytes a pair; those of more are worked out each time.
 */
public final class Cosines {
  /** Photos whose cosines take 144 MB. */
  private static final int MOST_KEPT = 6000;

  private final float[][] embeddings;
  private final double[][] kept;

  private Cosines(float[][] embeddings, double[][] kept) {
    this.embeddings = embeddings;
    this.kept = kept;
  }

  /**
   * Of unit vectors.
   *
   * @param embeddings all of one length; not copied
   */
  public static Cosines of(float[][] embeddings) {
    if (embeddings.length > MOST_KEPT) {
      return new Cosines(embeddings, null);
    }
    double[][] kept = new double[embeddings.length][];
    IntStream.range(0, embeddings.length)
        .parallel()
        .forEach(
            row -> {
              double[] cosines = new double[row];
              for (int other = 0; other < row; other++) {
                cosines[other] = dot(embeddings[row], embeddings[other]);
              }
              kept[row] = cosines;
            });
    return new Cosines(embeddings, kept);
  }

  /** The number of embeddings. */
  public int size() {
    return embeddings.length;
  }

  /** Of two different embeddings, by their places. */
  public double of(int one, int other) {
    if (kept == null) {
      return dot(embeddings[one], embeddings[other]);
    }
    return one > other ? kept[one][other] : kept[other][one];
  }

  /** Four sums, since one would wait for each addition before the next. */
  private static double dot(float[] x, float[] y) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      a += (double) x[i] * y[i];
      b += (double) x[i + 1] * y[i + 1];
      c += (double) x[i + 2] * y[i + 2];
      d += (double) x[i + 3] * y[i + 3];
    }
    for (; i < x.length; i++) {
      a += (double) x[i] * y[i];
    }
    return (a + b) + (c + d);
  }
}
