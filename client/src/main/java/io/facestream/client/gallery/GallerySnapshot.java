package io.facestream.client.gallery;

import io.facestream.wire.Printable;
import io.facestream.wire.TemplateCopy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The gallery as a read found it.
 *
 * @param templates what was kept of each template that is enrolled
 * @param negativeExamples what was kept of each negative example: faces of nobody, which no reader
 *     may take for a person's
 * @param superseded templates of which a partition holds a copy that another partition's later
 *     template or erasure has superseded, with those copies; empty but for topics to which
 *     partitions were added, and for writers that hash keys otherwise
 * @param unusable ids of which the last record but erasures is no template, with the reason; the
 *     job refuses such records, too
 * @param offsets for each partition that has records, the offset of the last that was read
 */
public record GallerySnapshot<T>(
    Map<String, T> templates,
    Map<String, T> negativeExamples,
    SortedMap<String, List<TemplateCopy>> superseded,
    SortedMap<String, String> unusable,
    SortedMap<Integer, Long> offsets) {
  private static final int NAMED = 10;
  private static final int ID_CHARS = 100;

  /**
   * One line for people about what is superseded, or null when nothing is.
   *
   * @param consequence what becomes of it
   */
  public String aboutSuperseded(String consequence) {
    if (superseded.isEmpty()) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "%d template%s in two partitions of the topic (%s): the last word counts, and %s",
        superseded.size(),
        superseded.size() == 1 ? " is" : "s are",
        firstOf(superseded),
        consequence);
  }

  /** One line for people about what is no template, or null when all is. */
  public String aboutUnusable() {
    if (unusable.isEmpty()) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "%d record%s of the topic cannot be used, and the job refuses %s (%s). %s",
        unusable.size(),
        unusable.size() == 1 ? "" : "s",
        unusable.size() == 1 ? "it" : "them",
        firstOf(unusable),
        unusable.get(unusable.firstKey()));
  }

  private static String firstOf(SortedMap<String, ?> byId) {
    return byId.keySet().stream()
            .limit(NAMED)
            .map(id -> Printable.of(id, ID_CHARS))
            .collect(Collectors.joining(", "))
        + (byId.size() > NAMED ? ", …" : "");
  }
}
