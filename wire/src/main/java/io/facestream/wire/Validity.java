package io.facestream.wire;

import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.Locale;

/**
 * When a template counts, by the capture times of frames; to the millisecond.
 *
 * @param from the first instant at which it does; null: since ever
 * @param until the first instant at which it no longer does; null: for ever
 */
public record Validity(Instant from, Instant until) {
  public static final Validity ALWAYS = new Validity(null, null);

  /** What an entry says. */
  public static Validity of(GalleryEntry entry) {
    return new Validity(
        entry.hasValidFrom() ? Instant.ofEpochMilli(entry.getValidFrom()) : null,
        entry.hasValidUntil() ? Instant.ofEpochMilli(entry.getValidUntil()) : null);
  }

  /** Why it cannot be used, with both times; null when it can. */
  public String complaint() {
    return from == null || until == null || from.isBefore(until)
        ? null
        : String.format(
            Locale.ROOT, "it is valid until %s, which is not after its begin, %s", until, from);
  }

  /** Writes it into an entry. */
  public void into(GalleryEntry.Builder entry) {
    if (from != null) {
      entry.setValidFrom(from.toEpochMilli());
    }
    if (until != null) {
      entry.setValidUntil(until.toEpochMilli());
    }
  }

  /** This one, where the other says nothing. */
  public Validity overruledBy(Validity other) {
    return new Validity(
        other.from == null ? from : other.from, other.until == null ? until : other.until);
  }
}
