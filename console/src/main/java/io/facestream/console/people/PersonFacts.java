package io.facestream.console.people;

import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is laid down about somebody. What is null stays as it is, or is not said of somebody new.
 *
 * @param watchlists in their order
 * @param details replaces all of them
 */
public record PersonFacts(
    String name,
    List<String> watchlists,
    Map<String, String> details,
    Instant validFrom,
    Instant validUntil) {

  /** On top of an entry; watchlists that the caller may not know of stay. */
  GalleryEntry.Builder over(GalleryEntry.Builder entry, List<String> keptWatchlists) {
    if (name != null) {
      entry.setName(name);
    }
    if (watchlists != null) {
      entry.clearWatchlists().addAllWatchlists(watchlists).addAllWatchlists(keptWatchlists);
    }
    if (details != null) {
      entry.clearAttributes().putAllAttributes(details);
    }
    if (validFrom != null) {
      entry.setValidFrom(validFrom.toEpochMilli());
    }
    if (validUntil != null) {
      entry.setValidUntil(validUntil.toEpochMilli());
    }
    return entry;
  }
}
