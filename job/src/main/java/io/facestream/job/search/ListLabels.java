package io.facestream.job.search;

import io.facestream.decision.SearchScope;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Labels the templates of a slice by the watchlists of their persons, so that a search can leave
 * out those who are out of reach at a camera. There are as many labels as different sets of lists;
 * label 0 is of people on none, who are in reach at every camera.
 */
public final class ListLabels {
  /** Most answers remembered; then all are found out anew. */
  private static final int REMEMBERED = 1_000;

  private final GallerySlice slice;
  private final Map<Set<String>, Integer> labels = new HashMap<>();
  private final Map<SearchScope, BitSet> outOfReach = new HashMap<>();

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

  /** The labels of people who are out of reach. */
  public BitSet outOfReach(SearchScope scope) {
    if (outOfReach.size() == REMEMBERED && !outOfReach.containsKey(scope)) {
      outOfReach.clear();
    }
    return outOfReach.computeIfAbsent(scope, this::findOutOfReach);
  }

  private BitSet findOutOfReach(SearchScope scope) {
    BitSet found = new BitSet();
    if (!scope.reaches(Set.of())) {
      found.set(0);
    }
    labels.forEach(
        (lists, label) -> {
          if (!scope.reaches(lists)) {
            found.set(label);
          }
        });
    return found;
  }
}
