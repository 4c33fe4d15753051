package io.facestream.gallery;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GallerySnapshot;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.wire.Validity;
import io.facestream.wire.proto.GalleryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is in the gallery.
 *
 * @param people everybody, by person id
 * @param negativeExamples faces that are nobody's, by id
 * @param superseded one line about templates that are in two partitions, or null when none is
 */
public record EnrolledPeople(
    List<EnrolledPerson> people, List<StoredExample> negativeExamples, String superseded) {

  /**
   * Everybody, by person id. Embeddings are read past and not kept.
   *
   * @throws io.facestream.client.gallery.NoSuchGalleryException when there is no gallery
   */
  public static EnrolledPeople in(GalleryTopic topic) {
    try (GalleryReader reader = GalleryReader.open(topic)) {
      SortedMap<String, EnrolledPerson> people = new TreeMap<>();
      GallerySnapshot<GalleryEntry> found = reader.read(EnrolledPeople::withoutEmbedding);
      new TreeMap<>(found.templates()).forEach((id, entry) -> add(people, id, entry));
      List<StoredExample> examples = new ArrayList<>();
      new TreeMap<>(found.negativeExamples())
          .forEach((id, entry) -> examples.add(StoredExample.of(id, entry)));
      return new EnrolledPeople(
          List.copyOf(people.values()),
          List.copyOf(examples),
          found.aboutSuperseded(
              "a running job, 'gallery load' or 'gallery erase' takes the superseded out"));
    }
  }

  private static GalleryEntry withoutEmbedding(String id, GalleryEntry entry) {
    return entry.toBuilder().clearEmbedding().build();
  }

  private static void add(Map<String, EnrolledPerson> people, String id, GalleryEntry entry) {
    EnrolledPerson person =
        people.computeIfAbsent(entry.getPersonId(), key -> withoutPhotos(key, entry));
    String prefix = entry.getPersonId() + "/";
    person.photos().add(id.startsWith(prefix) ? id.substring(prefix.length()) : id);
    person.models().add(entry.getModelId());
  }

  private static EnrolledPerson withoutPhotos(String personId, GalleryEntry entry) {
    Validity validity = Validity.of(entry);
    return new EnrolledPerson(
        personId,
        entry.getName().isEmpty() ? personId : entry.getName(),
        new TreeSet<>(),
        List.copyOf(entry.getWatchlistsList()),
        entry.hasThreshold() ? entry.getThreshold() : null,
        Map.copyOf(entry.getAttributesMap()),
        validity.from(),
        validity.until(),
        new TreeSet<>());
  }
}
