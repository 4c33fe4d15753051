package io.facestream.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;

/**
 * A negative example in the gallery: a stranger's face, and nobody's photo.
 *
 * @param templateId what erases it
 * @param notPersonId whose face it is not
 * @param model the embedder
 * @param validUntil when it ends
 */
public record StoredExample(
    @JsonProperty("negativeExample") String templateId,
    String notPersonId,
    String model,
    Instant validUntil) {

  static StoredExample of(String templateId, GalleryEntry entry) {
    return new StoredExample(
        templateId,
        entry.getNotPersonId(),
        entry.getModelId(),
        Instant.ofEpochMilli(entry.getValidUntil()));
  }
}
