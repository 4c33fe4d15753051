package io.facestream.explain.gallery;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GalleryThen;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.decision.SearchScope;
import io.facestream.job.gallery.ComparableEntries;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Ids;
import io.facestream.wire.Printable;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The gallery as a verdict was searched in it, as far as its topic still holds it.
 *
 * @param gallery what is still there
 * @param said what the verdict says of it
 * @param writtenSince templates of which the topic holds later records only: what compaction took
 *     of them may have been searched then
 */
public record PastGallery(WholeGallery gallery, GalleryView said, SortedSet<String> writtenSince)
    implements AutoCloseable {
  private static final int NAMED = 5;
  private static final int ID_CHARS = 100;

  /**
   * Reads it.
   *
   * @param said of the verdict
   * @throws io.facestream.client.gallery.NoSuchGalleryException when there is no such topic
   */
  public static PastGallery read(GalleryTopic topic, EmbedderModel embedder, GalleryView said) {
    ComparableEntries comparable = new ComparableEntries(embedder.modelId(), embedder.dimension());
    try (GalleryReader reader = GalleryReader.open(topic)) {
      GalleryThen<Enrolled> then =
          reader.readAsOf(said.offsets(), comparable::require, Enrolled::of);
      SortedSet<String> lost = new TreeSet<>(then.writtenSince());
      lost.removeAll(then.snapshot().templates().keySet());
      lost.removeIf(Ids::isNegativeExampleId);
      return new PastGallery(
          new WholeGallery(
              embedder.dimension(),
              then.snapshot().templates(),
              then.snapshot().negativeExamples(),
              new TreeMap<>(said.offsets())),
          said,
          lost);
    }
  }

  /**
   * One line about what the topic no longer holds, or null when it holds all.
   *
   * @param scope who was looked for then
   */
  public String aboutMissing(SearchScope scope) {
    long held = gallery.templates(scope);
    long missing = said.templates() - held;
    if (missing == 0) {
      return null;
    }
    if (missing < 0) {
      return String.format(
          Locale.ROOT,
          "The verdict was searched in %,d templates, and the topic has %,d up to its offsets: some"
              + " were still on their way to the slices then",
          said.templates(),
          held);
    }
    return String.format(
        Locale.ROOT,
        "The gallery topic no longer holds %,d of the %,d templates that were searched; compaction"
            + " takes out what is replaced or erased later. %s",
        missing,
        said.templates(),
        suspects(missing));
  }

  private String suspects(long missing) {
    if (writtenSince.isEmpty()) {
      return "It holds no trace of them either";
    }
    String ids =
        writtenSince.stream()
                .limit(NAMED)
                .map(id -> Printable.of(id, ID_CHARS))
                .collect(Collectors.joining(", "))
            + (writtenSince.size() > NAMED ? ", …" : "");
    return writtenSince.size() == missing
        ? "They are " + ids
        : String.format(
            Locale.ROOT,
            "They are among the %,d written since, unless their last trace is gone: %s",
            writtenSince.size(),
            ids);
  }

  @Override
  public void close() {
    gallery.close();
  }
}
