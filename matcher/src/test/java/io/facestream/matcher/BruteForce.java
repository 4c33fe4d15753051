package io.facestream.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The definition of the right answer: every cosine in double, sorted. */
final class BruteForce {
  private BruteForce() {}

  static List<Hit> search(Map<String, float[]> gallery, float[] probe, int k, double min) {
    List<Hit> hits = new ArrayList<>();
    gallery.forEach((id, row) -> hits.add(new Hit(id, cosine(probe, row))));
    hits.removeIf(hit -> hit.similarity() < min);
    hits.sort(
        Comparator.comparingDouble(Hit::similarity).reversed().thenComparing(Hit::templateId));
    return hits.subList(0, Math.min(k, hits.size()));
  }

  static double cosine(float[] x, float[] y) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (double) x[i] * y[i];
      xx += (double) x[i] * x[i];
      yy += (double) y[i] * y[i];
    }
    return Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))));
  }
}
