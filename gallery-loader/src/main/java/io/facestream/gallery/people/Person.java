package io.facestream.gallery.people;

import io.facestream.wire.Validity;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;
import java.util.Map;

/**
 * A person as every one of their templates describes them.
 *
 * @param id the id under which all photos and aliases are known
 * @param name the name shown in alerts
 * @param threshold the person's own cosine threshold, −1…1, or null for the pack's
 * @param attributes free facts, shown and never interpreted
 * @param validity when the person is recognised
 */
public record Person(
    String id,
    String name,
    List<String> watchlists,
    Float threshold,
    Map<String, String> attributes,
    Validity validity) {

  /** A template of this person, without model, embedding and photo. */
  public GalleryEntry.Builder toEntry() {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setPersonId(id)
            .setName(name)
            .addAllWatchlists(watchlists)
            .putAllAttributes(attributes);
    if (threshold != null) {
      entry.setThreshold(threshold);
    }
    validity.into(entry);
    return entry;
  }

  /** Whether a template says the same about the person. */
  public boolean describes(GalleryEntry entry) {
    return id.equals(entry.getPersonId())
        && name.equals(entry.getName())
        && watchlists.equals(List.copyOf(entry.getWatchlistsList()))
        && attributes.equals(entry.getAttributesMap())
        && (threshold == null
            ? !entry.hasThreshold()
            : entry.hasThreshold() && entry.getThreshold() == threshold)
        && validity.equals(Validity.of(entry));
  }
}
