package io.facestream.job.search;

import io.facestream.decision.Reach;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels the templates of a slice by the watchlists of their persons, so that a search can leave
 * out those who are out of reach at a camera. There are as many labels as different sets of lists;
 * label 0 is of people on none, who are in reach everywhere.
 */
public final class ListLabels {
  /** Most answers remembered; then all are found out anew. */
  private static final int REMEMBERED = 1_000;

  private final GallerySlice slice;
  private final Map<Set<String>, Integer> labels = new HashMap<>();
  private final Map<List<String>, BitSet> outOfReach = new HashMap<>();

  /** Of a slice whose templates have none as yet. */
  public ListLabels(GallerySlice slice) {
    this.slice = slice;
  }

  /** Labels a template of the slice. */
  public void label(String templateId, Template template) {
    slice.label(templateId, labelOf(template));
  }

  private int labelOf(Template template) {
    if (template.watchlist() == null) {
      return 0;
    }
    Set<String> lists = Set.copyOf(template.watchlists());
    Integer known = labels.get(lists);
    if (known != null) {
      return known;
    }
    outOfReach.clear();
    labels.put(lists, labels.size() + 1);
    return labels.size();
  }

  /**
   * The labels of people who are out of reach.
   *
   * @param outOfScope the watchlists that are not looked for
   */
  public BitSet outOfReach(List<String> outOfScope) {
    if (outOfReach.size() == REMEMBERED && !outOfReach.containsKey(outOfScope)) {
      outOfReach.clear();
    }
    return outOfReach.computeIfAbsent(outOfScope, this::findOutOfReach);
  }

  private BitSet findOutOfReach(List<String> outOfScope) {
    Set<String> without = Set.copyOf(outOfScope);
    BitSet found = new BitSet();
    labels.forEach(
        (lists, label) -> {
          if (!Reach.isInReach(lists, without)) {
            found.set(label);
          }
        });
    return found;
  }
}
