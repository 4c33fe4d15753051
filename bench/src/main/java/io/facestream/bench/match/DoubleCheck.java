package io.facestream.bench.match;

import io.facestream.matcher.Hit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Brute force in double over the templates themselves, by code that shares nothing with the scan.
 */
final class DoubleCheck {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::similarity).reversed().thenComparing(Hit::templateId);

  /** Sums in another order may differ by this much. */
  private static final double SAME = 1e-12;

  private DoubleCheck() {}

  /** Whether the answer holds the right templates in the right order, with the right scores. */
  static boolean agrees(
      Templates templates,
      float[] probes,
      int probe,
      int k,
      double minSimilarity,
      List<Hit> found) {
    int d = templates.dim();
    float[] x = Arrays.copyOfRange(probes, probe * d, (probe + 1) * d);
    List<Hit> expected =
        IntStream.range(0, templates.chunks())
            .parallel()
            .mapToObj(chunk -> bestOf(templates, chunk, x, k))
            .flatMap(List::stream)
            .filter(hit -> hit.similarity() >= minSimilarity)
            .sorted(BEST_FIRST)
            .limit(k)
            .toList();
    return expected.size() == found.size()
        && IntStream.range(0, found.size()).allMatch(i -> same(expected.get(i), found.get(i)));
  }

  private static boolean same(Hit a, Hit b) {
    return a.templateId().equals(b.templateId())
        && Math.abs(a.similarity() - b.similarity()) < SAME;
  }

  private static List<Hit> bestOf(Templates templates, int chunk, float[] x, int k) {
    PriorityQueue<Hit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
    float[] row = new float[x.length];
    for (int i = 0; i < templates.rowsOf(chunk); i++) {
      int index = chunk * Templates.CHUNK_ROWS + i;
      templates.read(index, row);
      worstFirst.add(new Hit(Templates.id(index), cosine(x, row)));
      if (worstFirst.size() > k) {
        worstFirst.poll();
      }
    }
    return List.copyOf(worstFirst);
  }

  private static double cosine(float[] x, float[] y) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (double) x[i] * y[i];
      xx += (double) x[i] * x[i];
      yy += (double) y[i] * y[i];
    }
    return xy / Math.sqrt(xx * yy);
  }
}
