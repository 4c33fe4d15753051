package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.events.EventFilter;
import io.facestream.console.events.EventPlace;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.ProblemException;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters that lists of sightings, visits and alerts share. */
final class EventParams {
  private static final Pattern AGO = Pattern.compile("-([0-9]{1,5})([smhd])");
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 2);
  private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

  private EventParams() {}

  static EventFilter filter(Context context, Caller caller, Clock clock) {
    Instant from = time(context, "from", clock);
    Instant to = time(context, "to", clock);
    LocalDate day = day(context, "day");
    if (day != null) {
      if (from != null || to != null) {
        throw ProblemException.invalid("'day' goes without 'from' and 'to'");
      }
      ZoneId zone = zone(context);
      from = day.atStartOfDay(zone).toInstant();
      to = day.plusDays(1).atStartOfDay(zone).toInstant();
    }
    return new EventFilter(
        caller.scope(),
        context.queryParam("person"),
        context.queryParam("camera"),
        context.queryParam("watchlist"),
        flag(context, "unknown"),
        flag(context, "open"),
        from,
        to);
  }

  /** The time zone in which days begin; UTC where none is named. */
  static ZoneId zone(Context context) {
    String text = context.queryParam("zone");
    try {
      return text == null ? ZoneOffset.UTC : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw ProblemException.invalid("'zone' is a time zone, such as Europe/Berlin");
    }
  }

  /** A day; null where none is named. */
  static LocalDate day(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
        return day;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw ProblemException.invalid("'" + name + "' is a day, such as 2026-01-31");
  }

  private static Instant time(Context context, String name, Clock clock) {
    String text = context.queryParam(name);
    if (text == null) {
      return null;
    }
    if (text.equals("now")) {
      return clock.instant();
    }
    Duration ago = ago(text);
    if (ago != null) {
      return clock.instant().minus(ago);
    }
    try {
      // A plus that nobody escaped arrives as a blank.
      Instant at = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
      if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
        return at;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw ProblemException.invalid(
        "'" + name + "' is a time, such as 2026-01-31T12:00:00Z, -24h, -7d or now");
  }

  /** How long ago, such as -24h; null for a text that is none. */
  static Duration ago(String text) {
    Matcher ago = AGO.matcher(text);
    return ago.matches() ? unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))) : null;
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  private static Boolean flag(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw ProblemException.invalid("'" + name + "' is true or false");
    }
    return Boolean.valueOf(text);
  }

  /** Where a list goes on; null for its beginning. */
  static EventPlace after(Context context, String list) {
    String cursor = context.queryParam("cursor");
    return cursor == null
        ? null
        : EventPlace.parse(Cursor.position(cursor, list, EventPlace.SHAPE));
  }
}
