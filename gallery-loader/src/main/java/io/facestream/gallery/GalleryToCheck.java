package io.facestream.gallery;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GallerySnapshot;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.gallery.check.CheckedTemplate;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.wire.proto.GalleryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The gallery as a check takes it: what can be compared, and what a job refuses.
 *
 * @param templates of the embedder, in the order of their ids
 * @param otherModels ids of the templates of other embedders, by embedder
 * @param otherLength ids of templates that are said to be of the embedder, and are of another
 *     length
 * @param unusable ids of records that are no template at all, with the reason
 * @param superseded one line about templates that are in two partitions, or null when none is
 */
public record GalleryToCheck(
    List<CheckedTemplate> templates,
    SortedMap<String, List<String>> otherModels,
    List<String> otherLength,
    SortedMap<String, String> unusable,
    String superseded) {

  /** What is kept of an entry; no template where it cannot be compared. */
  private record Kept(String modelId, CheckedTemplate template) {}

  /**
   * Reads all of it.
   *
   * @throws io.facestream.client.gallery.NoSuchGalleryException when there is no gallery
   */
  public static GalleryToCheck in(GalleryTopic topic, EmbedderModel embedder) {
    try (GalleryReader reader = GalleryReader.open(topic)) {
      GallerySnapshot<Kept> found = reader.read((id, entry) -> kept(id, entry, embedder));
      List<CheckedTemplate> templates = new ArrayList<>();
      SortedMap<String, List<String>> otherModels = new TreeMap<>();
      List<String> otherLength = new ArrayList<>();
      new TreeMap<>(found.templates())
          .forEach(
              (id, kept) -> {
                if (kept.template() != null) {
                  templates.add(kept.template());
                } else if (kept.modelId().equals(embedder.modelId())) {
                  otherLength.add(id);
                } else {
                  otherModels.computeIfAbsent(kept.modelId(), key -> new ArrayList<>()).add(id);
                }
              });
      return new GalleryToCheck(
          templates,
          otherModels,
          otherLength,
          found.unusable(),
          found.aboutSuperseded(
              "a running job, 'gallery load' or 'gallery erase' takes the superseded out"));
    }
  }

  /** Whether everything in the gallery can be compared. */
  public boolean uniform() {
    return otherModels.isEmpty() && otherLength.isEmpty() && unusable.isEmpty();
  }

  private static Kept kept(String id, GalleryEntry entry, EmbedderModel embedder) {
    if (!entry.getModelId().equals(embedder.modelId())
        || entry.getEmbeddingCount() != embedder.dimension()) {
      return new Kept(entry.getModelId(), null);
    }
    float[] embedding = new float[entry.getEmbeddingCount()];
    for (int i = 0; i < embedding.length; i++) {
      embedding[i] = entry.getEmbedding(i);
    }
    String person = entry.getPersonId();
    String name = entry.getName().isEmpty() ? person : entry.getName();
    return new Kept(
        entry.getModelId(),
        new CheckedTemplate(id, person, name, embedding, entry.getSourceSha256()));
  }
}
