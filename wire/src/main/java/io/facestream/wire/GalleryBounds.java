package io.facestream.wire;

import io.facestream.wire.proto.GalleryEntry;
import java.util.Locale;
import java.util.Map;

/**
 * How large a record on {@code gallery} may be. Whoever writes refuses more, and the job sends more
 * to the dead letters. Whether a record makes sense (its vector, its numbers) is another question.
 */
public final class GalleryBounds {
  /** Bytes of a key: person, slash, photo. */
  public static final int MAX_KEY_BYTES =
      GalleryText.PERSON_ID.maxBytes() + 1 + GalleryText.PHOTO.maxBytes();

  /** Bytes of a value; more than all of its fields at their limits. */
  public static final int MAX_VALUE_BYTES = 256 * 1024;

  /** Watchlists of a person. */
  public static final int MAX_WATCHLISTS = 32;

  /** Attributes of a person. */
  public static final int MAX_ATTRIBUTES = 64;

  /** Numbers of an embedding. */
  public static final int MAX_DIMENSION = 16_384;

  private GalleryBounds() {}

  /** Why a template id cannot be used, with the cure; null when it can. */
  public static String complaint(String templateId) {
    int slash = templateId.indexOf('/');
    if (slash < 0) {
      return GalleryText.PERSON_ID.complaint(templateId);
    }
    return first(
        GalleryText.PERSON_ID.complaint(templateId.substring(0, slash)),
        GalleryText.PHOTO.complaint(templateId.substring(slash + 1)));
  }

  /** Why an entry cannot be used, with the cure; null when it can. */
  public static String complaint(GalleryEntry entry) {
    String complaint =
        first(
            GalleryText.PERSON_ID.complaint(entry.getPersonId()),
            GalleryText.PERSON_ID.complaint(entry.getNotPersonId()),
            GalleryText.NAME.complaint(entry.getName()),
            GalleryText.MODEL_ID.complaint(entry.getModelId()),
            GalleryText.SOURCE_SHA256.complaint(entry.getSourceSha256()),
            GalleryText.SOURCE_FACE.complaint(entry.getSourceFace()),
            tooMany("watchlists", entry.getWatchlistsCount(), MAX_WATCHLISTS),
            tooMany("attributes", entry.getAttributesCount(), MAX_ATTRIBUTES),
            tooMany("numbers of the embedding", entry.getEmbeddingCount(), MAX_DIMENSION));
    for (int i = 0; complaint == null && i < entry.getWatchlistsCount(); i++) {
      complaint = GalleryText.WATCHLIST.complaint(entry.getWatchlists(i));
    }
    if (complaint == null) {
      complaint = complaintOfAttributes(entry.getAttributesMap());
    }
    return complaint != null ? complaint : tooLarge(entry.getSerializedSize());
  }

  /** Why a value of so many bytes cannot be used; null when it can. */
  public static String tooLarge(int bytes) {
    return bytes <= MAX_VALUE_BYTES
        ? null
        : String.format(
            Locale.ROOT,
            "the record's value has %d bytes, at most %d are taken",
            bytes,
            MAX_VALUE_BYTES);
  }

  private static String complaintOfAttributes(Map<String, String> attributes) {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String complaint =
          first(
              GalleryText.ATTRIBUTE_KEY.complaint(attribute.getKey()),
              GalleryText.ATTRIBUTE_VALUE.complaint(attribute.getValue()));
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }

  private static String tooMany(String what, int count, int most) {
    return count <= most
        ? null
        : String.format(Locale.ROOT, "there are %d %s, at most %d are taken", count, what, most);
  }

  private static String first(String... complaints) {
    for (String complaint : complaints) {
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }
}
