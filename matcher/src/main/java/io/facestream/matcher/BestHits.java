package io.facestream.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The k best hits seen so far of one probe. */
final class BestHits {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::similarity).reversed().thenComparing(Hit::templateId);

  private final int k;
  private final double minSimilarity;
  private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

  BestHits(int k, double minSimilarity) {
    this.k = k;
    this.minSimilarity = minSimilarity;
  }

  /** What a similarity must reach to become a hit; a tie may still lose by its id. */
  double threshold() {
    return worstFirst.size() < k ? minSimilarity : worstFirst.peek().similarity();
  }

  void offer(String templateId, double similarity) {
    if (similarity < threshold()) {
      return;
    }
    worstFirst.add(new Hit(templateId, similarity));
    if (worstFirst.size() > k) {
      worstFirst.poll();
    }
  }

  List<Hit> bestFirst() {
    List<Hit> hits = new ArrayList<>(worstFirst);
    hits.sort(BEST_FIRST);
    return List.copyOf(hits);
  }
}
