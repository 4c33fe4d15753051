package io.facestream.job.vectors;

/** The cosine of two embeddings of one length, computed in double as the scan does. */
public final class Cosine {
  private Cosine() {}

  /** Of any two, −1…1. */
  public static double of(float[] a, float[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  /** Of two unit vectors, −1…1. */
  public static double ofUnits(float[] a, float[] b) {
    return dot(a, b);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
