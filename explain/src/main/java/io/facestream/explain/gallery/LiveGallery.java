package io.facestream.explain.gallery;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GallerySnapshot;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.explain.ExplainException;
import io.facestream.job.gallery.ComparableEntries;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.Printable;
import java.util.Locale;
import java.util.SortedMap;

/**
 * The gallery as its topic is now.
 *
 * @param gallery what a job compares
 * @param refused ids of records that it does not, with the reason
 */
public record LiveGallery(WholeGallery gallery, SortedMap<String, String> refused)
    implements AutoCloseable {
  private static final int ID_CHARS = 100;

  /**
   * Reads it.
   *
   * @throws io.facestream.client.gallery.NoSuchGalleryException when there is none
   * @throws ExplainException when nobody in it can be compared
   */
  public static LiveGallery read(GalleryTopic topic, ModelPack pack) {
    EmbedderModel embedder = pack.embedder();
    ComparableEntries comparable = new ComparableEntries(embedder.modelId(), embedder.dimension());
    GallerySnapshot<Enrolled> found;
    try (GalleryReader reader = GalleryReader.open(topic)) {
      found = reader.read(comparable::require, Enrolled::of);
    }
    if (found.templates().isEmpty()) {
      throw nobody(topic, pack, found.unusable());
    }
    return new LiveGallery(
        new WholeGallery(
            embedder.dimension(), found.templates(), found.negativeExamples(), found.offsets()),
        found.unusable());
  }

  private static ExplainException nobody(
      GalleryTopic topic, ModelPack pack, SortedMap<String, String> refused) {
    if (refused.isEmpty()) {
      return new ExplainException(
          String.format(
              Locale.ROOT,
              "Nobody is enrolled in topic '%s' at %s; enrol with 'facestream gallery load'",
              topic.name(),
              topic.bootstrapServers()));
    }
    String first = refused.firstKey();
    return new ExplainException(
        String.format(
            Locale.ROOT,
            "No template of topic '%s' can be compared by pack '%s' (%s: %s). Take the pack that"
                + " they were enrolled with",
            topic.name(),
            pack.name(),
            Printable.of(first, ID_CHARS),
            Printable.of(refused.get(first))));
  }

  @Override
  public void close() {
    gallery.close();
  }
}
