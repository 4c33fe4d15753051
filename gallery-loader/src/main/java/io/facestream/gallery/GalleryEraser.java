package io.facestream.gallery;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GallerySnapshot;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.gallery.people.PersonNames;
import io.facestream.wire.Ids;
import io.facestream.wire.NegativeExamples;
import io.facestream.wire.proto.GalleryEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Erases people, or single photos of theirs, from the gallery, and negative examples: those about a
 * person go with the person, since there is nobody left whom they could be taken for.
 */
public final class GalleryEraser {
  /** What is to be erased, as far as erasing needs to know it; also of unusable records. */
  private record Template(String personId) {}

  private final GalleryTopic topic;
  private final GallerySnapshot<Template> found;
  private final Map<String, Template> templates;

  private GalleryEraser(GalleryTopic topic, GallerySnapshot<Template> found) {
    this.topic = topic;
    this.found = found;
    this.templates = found.templates();
    templates.putAll(found.negativeExamples());
    found.unusable().keySet().forEach(id -> templates.putIfAbsent(id, unusable(id)));
  }

  /**
   * Reads who is enrolled, and takes superseded templates out of their partitions: they would come
   * back once what superseded them is compacted away.
   *
   * @throws io.facestream.client.gallery.NoSuchGalleryException when there is no gallery
   */
  public static GalleryEraser of(GalleryTopic topic) {
    try (GalleryReader reader = GalleryReader.open(topic)) {
      GallerySnapshot<Template> found = reader.read((id, entry) -> new Template(personOf(entry)));
      if (!found.superseded().isEmpty()) {
        try (GalleryWriter writer = GalleryWriter.open(topic)) {
          writer.repair(found.superseded());
        }
      }
      return new GalleryEraser(topic, found);
    }
  }

  /** One line about the templates that were in two partitions, or null when none was. */
  public String repaired() {
    return found.aboutSuperseded("the superseded have been taken out");
  }

  /**
   * Erases all templates of a person, or those of one photo or one alias's folder.
   *
   * @param target a person id, a name, or {@code person/photo}
   * @return the ids of the erased templates, sorted, at least one
   * @throws UnknownPersonException when nothing goes by that name; nothing is erased then
   */
  public List<String> erase(String target) {
    List<String> ids = find(target);
    if (ids.isEmpty()) {
      throw new UnknownPersonException(target, NearNames.to(target, names()));
    }
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      ids.forEach(writer::erase);
    }
    ids.forEach(templates::remove);
    return ids;
  }

  private static String personOf(GalleryEntry entry) {
    return NegativeExamples.is(entry) ? entry.getNotPersonId() : entry.getPersonId();
  }

  private static Template unusable(String id) {
    String person = Ids.personOf(id);
    return new Template(person == null ? id : person);
  }

  /** The literal meaning first, so that an id made elsewhere is never mistaken for a name. */
  private List<String> find(String target) {
    List<String> exact =
        matching(
            (id, template) ->
                id.equals(target)
                    || id.startsWith(target + "/")
                    || template.personId().equals(target));
    if (!exact.isEmpty()) {
      return exact;
    }
    int slash = target.indexOf('/');
    String person = PersonNames.id(slash < 0 ? target : target.substring(0, slash));
    if (slash >= 0) {
      String id = person + target.substring(slash);
      return matching((key, template) -> key.equals(id) || key.startsWith(id + "/"));
    }
    return matching((id, template) -> template.personId().equals(person));
  }

  private List<String> matching(BiPredicate<String, Template> wanted) {
    return templates.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** People, and the folders of their aliases. */
  private Collection<String> names() {
    TreeSet<String> names = new TreeSet<>();
    templates.forEach(
        (id, template) -> {
          names.add(template.personId());
          int end = id.lastIndexOf('/');
          names.add(end < 0 ? id : id.substring(0, end));
        });
    return names;
  }
}
