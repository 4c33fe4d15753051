package io.facestream.matcher;

import io.facestream.matcher.store.TemplateIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The k best hits so far of one probe, by their final scores. */
final class BestHits {
  private record Scored(int row, double similarity) {}

  private final int k;
  private final double minSimilarity;
  private final TemplateIds ids;
  private final Comparator<Scored> bestFirst;
  private final PriorityQueue<Scored> worstFirst;

  BestHits(int k, double minSimilarity, TemplateIds ids) {
    this.k = k;
    this.minSimilarity = minSimilarity;
    this.ids = ids;
    this.bestFirst =
        Comparator.comparingDouble(Scored::similarity)
            .reversed()
            .thenComparing(scored -> ids.id(scored.row()));
    this.worstFirst = new PriorityQueue<>(bestFirst.reversed());
  }

  /** What a similarity must reach to become a hit; a tie may still lose by its id. */
  double threshold() {
    return worstFirst.size() < k ? minSimilarity : worstFirst.peek().similarity();
  }

  void offer(int row, double similarity) {
    if (similarity < threshold()) {
      return;
    }
    worstFirst.add(new Scored(row, similarity));
    if (worstFirst.size() > k) {
      worstFirst.poll();
    }
  }

  List<Hit> bestFirst() {
    List<Scored> scored = new ArrayList<>(worstFirst);
    scored.sort(bestFirst);
    return scored.stream().map(s -> new Hit(ids.id(s.row()), s.similarity())).toList();
  }
}
