package io.facestream.wire;

import io.facestream.wire.proto.GalleryEntry;
import java.time.Duration;
import java.util.Locale;

/**
 * Entries of {@code gallery} that are nobody: a stranger's face, kept so that it is not taken for
 * the same person again. The stranger has not agreed to it, so it ends by itself and is refused
 * with anything that would make a person of it.
 */
public final class NegativeExamples {
  /** How long one may be kept. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final int ID_CHARS = 100;

  private NegativeExamples() {}

  /** Whether an entry is one. */
  public static boolean is(GalleryEntry entry) {
    return !entry.getNotPersonId().isEmpty();
  }

  /**
   * Why an entry cannot be used under a key: a negative example that is not as it must be, or
   * anything else in the place of one. Null when it can.
   *
   * @param writtenAt time of the record, milliseconds since the epoch
   */
  static String complaint(String templateId, GalleryEntry entry, long writtenAt) {
    boolean ofItsKind = Ids.isNegativeExampleId(templateId);
    if (!is(entry)) {
      return ofItsKind
          ? "The key '"
              + Printable.of(templateId, ID_CHARS)
              + "' is that of a negative example, and the entry has no not_person_id."
          : null;
    }
    if (!ofItsKind || !templateId.startsWith("not/" + entry.getNotPersonId() + "/")) {
      return "The key '"
          + Printable.of(templateId, ID_CHARS)
          + "' is not that of a negative example of the entry's not_person_id:"
          + " not/person/camera@partition-offset#face.";
    }
    String field = forbidden(entry);
    if (field != null) {
      return "The entry has not_person_id and "
          + field
          + ", which a negative example must not have.";
    }
    return complaintOfEnd(entry, writtenAt);
  }

  private static String forbidden(GalleryEntry entry) {
    if (!entry.getPersonId().isEmpty()) {
      return "person_id";
    }
    if (!entry.getName().isEmpty()) {
      return "name";
    }
    if (entry.getWatchlistsCount() > 0) {
      return "watchlists";
    }
    if (entry.hasThreshold()) {
      return "threshold";
    }
    if (entry.getAttributesCount() > 0) {
      return "attributes";
    }
    if (entry.hasValidFrom()) {
      return "valid_from";
    }
    if (!entry.getSourceSha256().isEmpty()) {
      return "source_sha256";
    }
    return entry.getSourceFace().isEmpty() ? null : "source_face";
  }

  private static String complaintOfEnd(GalleryEntry entry, long writtenAt) {
    if (!entry.hasValidUntil()) {
      return "A negative example needs a valid_until: it must end.";
    }
    return entry.getValidUntil() <= writtenAt + LONGEST.toMillis()
        ? null
        : String.format(
            Locale.ROOT,
            "A negative example's valid_until is at most %d days after the record's time.",
            LONGEST.toDays());
  }
}
