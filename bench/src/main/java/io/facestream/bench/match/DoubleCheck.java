package io.facestream.bench.match;

import io.facestream.matcher.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brute force in double over the templates themselves, by code that shares nothing with the scan.
 */
final class DoubleCheck {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::similarity).reversed().thenComparing(Hit::templateId);

  /** Sums in another order may differ by this much. */
  private static final double SAME = 1e-12;

  /** Rows that one task goes through. */
  private static final int PIECE = 4096;

  private DoubleCheck() {}

  /**
   * Whether the answers hold the right templates in the right order, with the right scores. Reads
   * the templates once.
   *
   * @param found the answers to the first probes, which are checked
   */
  static boolean agrees(
      Templates templates, float[] probes, int k, double minSimilarity, List<List<Hit>> found) {
    int checked = found.size();
    List<List<Hit>> expected =
        IntStream.rangeClosed(0, (templates.size() - 1) / PIECE)
            .parallel()
            .mapToObj(piece -> bestOf(templates, piece * PIECE, probes, checked, k))
            .reduce((a, b) -> merged(a, b, k))
            .orElseThrow();
    return IntStream.range(0, checked)
        .allMatch(
            probe ->
                same(
                    expected.get(probe).stream()
                        .filter(hit -> hit.similarity() >= minSimilarity)
                        .toList(),
                    found.get(probe)));
  }

  private static boolean same(List<Hit> expected, List<Hit> found) {
    return expected.size() == found.size()
        && IntStream.range(0, found.size()).allMatch(i -> same(expected.get(i), found.get(i)));
  }

  private static boolean same(Hit a, Hit b) {
    return a.templateId().equals(b.templateId())
        && Math.abs(a.similarity() - b.similarity()) < SAME;
  }

  /** The best of a piece of the gallery, per probe. */
  private static List<List<Hit>> bestOf(
      Templates templates, int from, float[] probes, int checked, int k) {
    int d = templates.dim();
    List<PriorityQueue<Hit>> worstFirst =
        IntStream.range(0, checked)
            .mapToObj(i -> new PriorityQueue<>(BEST_FIRST.reversed()))
            .toList();
    float[] row = new float[d];
    for (int i = from; i < Math.min(from + PIECE, templates.size()); i++) {
      templates.read(i, row);
      for (int probe = 0; probe < checked; probe++) {
        PriorityQueue<Hit> best = worstFirst.get(probe);
        double cosine = cosine(probes, probe * d, row);
        if (best.size() < k || cosine >= best.peek().similarity()) {
          best.add(new Hit(Templates.id(i), cosine));
          if (best.size() > k) {
            best.poll();
          }
        }
      }
    }
    return worstFirst.stream().map(best -> best.stream().sorted(BEST_FIRST).toList()).toList();
  }

  private static List<List<Hit>> merged(List<List<Hit>> a, List<List<Hit>> b, int k) {
    return IntStream.range(0, a.size())
        .mapToObj(
            i ->
                Stream.concat(a.get(i).stream(), b.get(i).stream())
                    .sorted(BEST_FIRST)
                    .limit(k)
                    .toList())
        .toList();
  }

  static double cosine(float[] x, int start, float[] y) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < y.length; i++) {
      xy += (double) x[start + i] * y[i];
      xx += (double) x[start + i] * x[start + i];
      yy += (double) y[i] * y[i];
    }
    return xy / Math.sqrt(xx * yy);
  }
}
