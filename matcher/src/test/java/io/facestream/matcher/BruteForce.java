package io.facestream.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The definition of the right answer: every cosine in double, sorted. */
final class BruteForce {
  private static final int LANES = 8;

  private BruteForce() {}

  static List<Hit> search(Map<String, float[]> gallery, float[] probe, int k, double min) {
    List<Hit> hits = new ArrayList<>(gallery.size());
    double norm = norm(probe);
    gallery.forEach(
        (id, row) -> {
          double similarity = cosine(probe, norm, row);
          if (similarity >= min) {
            hits.add(new Hit(id, similarity));
          }
        });
    hits.sort(
        Comparator.comparingDouble(Hit::similarity).reversed().thenComparing(Hit::templateId));
    return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
  }

  static double cosine(float[] x, float[] y) {
    return cosine(x, norm(x), y);
  }

  /** Sums run in the order that the matcher documents, so that scores must be equal to the bit. */
  private static double cosine(float[] x, double norm, float[] y) {
    double[] lanes = new double[LANES];
    for (int i = 0; i < x.length; i++) {
      lanes[i % LANES] += (double) x[i] * y[i];
    }
    double sum =
        ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
            + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    return Math.max(-1, Math.min(1, sum / (norm * norm(y))));
  }

  private static double norm(float[] x) {
    double sum = 0;
    for (float v : x) {
      sum += (double) v * v;
    }
    return Math.sqrt(sum);
  }
}
