package io.facestream.gallery;

import io.facestream.gallery.topic.GalleryEntries;
import io.facestream.gallery.topic.GalleryReader;
import io.facestream.gallery.topic.GalleryTopic;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is in the gallery. */
public final class EnrolledPeople {
  private EnrolledPeople() {}

  /**
   * Everybody, by person id. Embeddings are read past and not kept.
   *
   * @throws io.facestream.gallery.topic.NoSuchGalleryException when there is no gallery
   */
  public static List<EnrolledPerson> in(GalleryTopic topic) {
    try (GalleryReader reader = GalleryReader.open(topic)) {
      SortedMap<String, EnrolledPerson> people = new TreeMap<>();
      new TreeMap<>(reader.latest(GalleryEntries::parseWithoutEmbedding))
          .forEach((id, entry) -> add(people, id, entry));
      return List.copyOf(people.values());
    }
  }

  private static void add(Map<String, EnrolledPerson> people, String id, GalleryEntry entry) {
    EnrolledPerson person =
        people.computeIfAbsent(
            entry.getPersonId(),
            key ->
                new EnrolledPerson(
                    key,
                    entry.getName().isEmpty() ? key : entry.getName(),
                    new TreeSet<>(),
                    List.copyOf(entry.getWatchlistsList()),
                    entry.hasThreshold() ? entry.getThreshold() : null,
                    Map.copyOf(entry.getAttributesMap()),
                    new TreeSet<>()));
    String prefix = entry.getPersonId() + "/";
    person.photos().add(id.startsWith(prefix) ? id.substring(prefix.length()) : id);
    person.models().add(entry.getModelId());
  }
}
