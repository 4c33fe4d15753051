package io.facestream.bench.match;

/** A gallery: rows of unit length, fp32; and probes to search it with. */
abstract class Templates {
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

  /** Where they come from, for the figures. */
  abstract String source();

  /**
   * May be called by several threads.
   *
   * @param target {@code float[dim]}
   */
  abstract void read(int row, float[] target);

  /** {@code float[count * dim]}, row-major: the same whenever they are asked for. */
  abstract float[] probes(int count);

  static String id(int row) {
    return "person-" + row / DrawnTemplates.PER_PERSON + "/" + row % DrawnTemplates.PER_PERSON;
  }

  static void normalise(float[] vector) {
    double sum = 0;
    for (float v : vector) {
      sum += (double) v * v;
    }
    double factor = 1 / Math.sqrt(sum);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] * factor);
    }
  }
}
