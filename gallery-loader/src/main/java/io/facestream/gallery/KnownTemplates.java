package io.facestream.gallery;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GallerySnapshot;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.photos.Pick;
import io.facestream.wire.proto.GalleryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The templates of the gallery that a load has to know: those with the ids, the photos or the
 * people of its plan. The rest of the gallery is read past and not kept.
 */
final class KnownTemplates {
  private final Map<String, GalleryEntry> byId;
  private final Map<String, List<String>> idsByPhoto = new HashMap<>();
  private final GallerySnapshot<GalleryEntry> found;

  private KnownTemplates(GallerySnapshot<GalleryEntry> found) {
    this.found = found;
    this.byId = found.templates();
    byId.forEach(
        (id, entry) -> {
          if (!entry.getSourceSha256().isEmpty()) {
            idsByPhoto.computeIfAbsent(entry.getSourceSha256(), k -> new ArrayList<>()).add(id);
          }
        });
    idsByPhoto.values().forEach(ids -> ids.sort(null));
  }

  static KnownTemplates read(GalleryTopic topic, List<PlannedPhoto> plan) {
    Set<String> ids = new HashSet<>();
    Set<String> photos = new HashSet<>();
    Set<String> people = new HashSet<>();
    for (PlannedPhoto photo : plan) {
      if (photo.person() != null) {
        ids.add(photo.templateId());
        photos.add(photo.sha256());
        people.add(photo.person().id());
      }
    }
    try (GalleryReader reader = GalleryReader.open(topic)) {
      return new KnownTemplates(
          reader.read(
              (id, entry) ->
                  ids.contains(id)
                          || people.contains(entry.getPersonId())
                          || photos.contains(entry.getSourceSha256())
                      ? entry
                      : null));
    }
  }

  /** Of the whole gallery, what lies in a partition where it is superseded. */
  GallerySnapshot<GalleryEntry> found() {
    return found;
  }

  GalleryEntry get(String templateId) {
    return byId.get(templateId);
  }

  Map<String, GalleryEntry> all() {
    return byId;
  }

  /** Ids of the templates made of this photo. */
  List<String> ofPhoto(String sha256) {
    return idsByPhoto.getOrDefault(sha256, List.of());
  }

  /** A template made of the photo by the model with the same choice among its faces, or null. */
  GalleryEntry madeOf(PlannedPhoto photo, String modelId) {
    GalleryEntry own = byId.get(photo.templateId());
    if (own != null && isMadeOf(own, photo, modelId)) {
      return own;
    }
    return ofPhoto(photo.sha256()).stream()
        .map(byId::get)
        .filter(entry -> isMadeOf(entry, photo, modelId))
        .findFirst()
        .orElse(null);
  }

  /**
   * A template that remembers a choice is kept without a new one, so that the choice need not be
   * repeated; a template of a photo with one face suits every choice.
   */
  private boolean isMadeOf(GalleryEntry entry, PlannedPhoto photo, String modelId) {
    Pick pick = photo.pick();
    boolean own = entry == byId.get(photo.templateId());
    boolean sameFace =
        entry.getSourceFace().isEmpty()
            || (pick == null ? own : pick.text().equals(entry.getSourceFace()));
    return sameFace
        && entry.getSourceSha256().equals(photo.sha256())
        && entry.getModelId().equals(modelId);
  }
}
