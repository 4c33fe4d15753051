package io.facestream.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.events.EventFilter;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.visits.Visit;
import io.facestream.console.visits.Visits;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code /api/v1/visits}, how many there were by day, and {@code /api/v1/attendance.csv}: people's
 * days.
 */
public final class VisitRoutes implements RouteGroup {
  private static final String LIST = "visits";
  private static final Pattern PLACE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9a-f]{64}");
  private static final int DAY_CHARACTERS = 10;
  private static final int MOST_ROWS = 100_000;
  private static final int DAYS = 14;
  private static final int MOST_DAYS = 92;

  private final Visits visits;
  private final AuditLog audit;
  private final Clock clock;

  public VisitRoutes(Visits visits, AuditLog audit, Clock clock) {
    this.visits = visits;
    this.audit = audit;
    this.clock = clock;
  }

  record View(
      PersonView person,
      LocalDate day,
      Instant firstSeen,
      Instant lastSeen,
      int sightings,
      List<String> cameras) {
    static View of(Visit visit, Caller caller) {
      return new View(
          PersonView.of(
              visit.person().personId(),
              visit.person().name(),
              visit.person().watchlists(),
              caller.scope()),
          visit.day(),
          visit.firstSeen(),
          visit.lastSeen(),
          visit.sightings(),
          visit.cameras());
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", "/api/v1/visits", Right.READ, this::list);
    routes.add("GET", "/api/v1/visits/by-day", Right.READ, this::byDay);
    routes.add("GET", "/api/v1/attendance.csv", Right.READ, this::attendance);
  }

  private void list(Context context, Caller caller) {
    Visits.Some some =
        visits.days(
            EventParams.filter(context, caller, clock),
            EventParams.zone(context),
            after(context),
            Page.limit(context));
    Json.answer(
        context,
        200,
        new Page<>(
            some.items().stream().map(visit -> View.of(visit, caller)).toList(),
            some.next() == null
                ? null
                : Cursor.of(LIST, some.next().day() + "/" + some.next().personKey())));
  }

  private void byDay(Context context, Caller caller) {
    for (String name : List.of("day", "from", "to", "open")) {
      if (context.queryParam(name) != null) {
        throw ProblemException.invalid("Days are counted 'until' a day, without '" + name + "'");
      }
    }
    EventFilter filter = EventParams.filter(context, caller, clock);
    ZoneId zone = EventParams.zone(context);
    LocalDate named = EventParams.day(context, "until");
    LocalDate last = named == null ? clock.instant().atZone(zone).toLocalDate() : named;
    int days = Page.number(context, "days", DAYS, 1, MOST_DAYS);
    Json.answer(
        context,
        200,
        new Page<>(visits.byDay(filter, zone, last.minusDays(days - 1L), last), null));
  }

  private static Visits.VisitPlace after(Context context) {
    String cursor = context.queryParam("cursor");
    if (cursor == null) {
      return null;
    }
    String place = Cursor.position(cursor, LIST, PLACE);
    return new Visits.VisitPlace(
        ProblemException.valid(() -> day(place.substring(0, DAY_CHARACTERS))),
        place.substring(DAY_CHARACTERS + 1));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The cursor names no day", e);
    }
  }

  private void attendance(Context context, Caller caller) {
    EventFilter filter = EventParams.filter(context, caller, clock);
    if (filter.from() == null) {
      throw ProblemException.invalid("Attendance is of a 'day', or begins 'from' a time");
    }
    ZoneId zone = EventParams.zone(context);
    Visits.Some all = visits.days(filter, zone, null, MOST_ROWS);
    if (all.next() != null) {
      throw new ProblemException(
          422,
          "too-many-rows",
          "That is more than " + MOST_ROWS + " rows",
          "Ask for fewer days, or for a watchlist");
    }
    audit.add(
        caller.id(),
        "attendance.export",
        filter.watchlist() == null ? "all" : filter.watchlist(),
        Map.of(
            "from", filter.from().toString(),
            "to", String.valueOf(filter.to()),
            "rows", all.items().size()));
    StringBuilder csv = new StringBuilder("personId,name,day,firstSeen,lastSeen,sightings\r\n");
    all.items().forEach(visit -> append(csv, visit));
    context
        .contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"attendance.csv\"")
        .result(csv.toString().getBytes(UTF_8));
  }

  private static void append(StringBuilder csv, Visit visit) {
    String name = visit.person().name();
    csv.append(CsvText.cell(visit.person().personId()))
        .append(',')
        .append(CsvText.cell(name == null ? "" : name))
        .append(',')
        .append(visit.day())
        .append(',')
        .append(visit.firstSeen())
        .append(',')
        .append(visit.lastSeen())
        .append(',')
        .append(visit.sightings())
        .append("\r\n");
  }
}
