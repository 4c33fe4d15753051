package io.facestream.gallery.people;

import io.facestream.wire.Validity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads when a person is valid, as files say it: dates, or times in ISO 8601. The last date is
 * included; what names no offset is in UTC. Parts of a millisecond are cut off.
 */
public final class ValidityText {
  private ValidityText() {}

  /**
   * What two cells or fields say.
   *
   * @param source where they stand, for messages
   * @param from date that it begins with, or time; null when nothing is said
   * @param until date that it ends with, or time from which it no longer holds; null likewise
   * @throws BadPeopleException when one is neither date nor time, or the end not after the begin
   */
  public static Validity read(String source, String from, String until) {
    return usable(
        source,
        new Validity(read(source, "validFrom", from, 0), read(source, "validUntil", until, 1)));
  }

  /**
   * The same validity.
   *
   * @throws BadPeopleException when its end is not after its begin
   */
  public static Validity usable(String source, Validity validity) {
    String complaint = validity.complaint();
    if (complaint != null) {
      throw new BadPeopleException(source, complaint);
    }
    return validity;
  }

  private static Instant read(String source, String field, String text, int daysLater) {
    if (text == null) {
      return null;
    }
    try {
      return Instant.ofEpochMilli(read(text, daysLater).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadPeopleException(
          source,
          String.format(
              Locale.ROOT,
              "%s '%s' is neither a date, such as 2026-05-31, nor a time, such as 2026-05-31T18:00Z",
              field,
              text),
          e);
    }
  }

  private static Instant read(String text, int daysLater) {
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).plusDays(daysLater).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime offset
        ? offset.toInstant()
        : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
  }
}
