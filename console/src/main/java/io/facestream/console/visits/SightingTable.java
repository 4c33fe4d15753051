package io.facestream.console.visits;

import io.facestream.console.events.EventFilter;
import io.facestream.console.events.EventKeys;
import io.facestream.console.events.EventPlace;
import io.facestream.console.events.EventQuery;
import io.facestream.console.events.Records;
import io.facestream.console.events.Stored;
import io.facestream.console.store.UtcInstants;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code sightings}. */
final class SightingTable {
  static final String WATCHLISTS = "sighting_watchlists";

  /**
   * Steps may come twice or late. The one that tells most wins, whatever the order; the text only
   * makes it so where two say the same of different views.
   */
  private static final Comparator<Records.Readable<Sighting>> TELLS_MORE =
      Comparator.comparing((Records.Readable<Sighting> step) -> step.value().frames())
          .thenComparing(step -> step.value().kind())
          .thenComparing(step -> step.value().lastSeen())
          .thenComparing(Records.Readable::text);

  private static final String COLUMNS =
      "SELECT e.seq, e.began, e.id_key, e.content FROM sightings e";

  private SightingTable() {}

  /** Whether there is all that the table needs. */
  static boolean isComplete(Sighting sighting) {
    return sighting.sightingId() != null
        && sighting.kind() != null
        && sighting.cameraId() != null
        && sighting.person() != null
        && sighting.person().personId() != null
        && Records.isTime(sighting.firstSeen())
        && Records.isTime(sighting.lastSeen());
  }

  /** What a step has told of a visit. */
  enum Change {
    /** It was not known. */
    OPENED,
    /** That it is over. */
    CLOSED,
    /** More of it, or nothing new. */
    FURTHER
  }

  static Change put(Handle handle, Records.Readable<Sighting> step) {
    String key = EventKeys.of(step.value().sightingId());
    Optional<Row> before =
        handle
            .createQuery("SELECT seq, content FROM sightings WHERE id_key = :key")
            .bind("key", key)
            .map((row, context) -> new Row(row.getLong("seq"), row.getString("content")))
            .findOne();
    if (before.isEmpty()) {
      insert(handle, key, step);
      return isOpen(step.value()) ? Change.OPENED : Change.CLOSED;
    }
    Records.Readable<Sighting> known = before.get().step();
    if (TELLS_MORE.compare(step, known) <= 0) {
      return Change.FURTHER;
    }
    update(handle, before.get().seq(), step);
    return isOpen(known.value()) && !isOpen(step.value()) ? Change.CLOSED : Change.FURTHER;
  }

  static List<String> deleteOlder(Handle handle, boolean unknown, Instant before, int most) {
    return Records.delete(
        handle,
        "sightings",
        "is_unknown = :unknown AND last_seen < :before",
        Map.of("unknown", unknown, "before", before),
        most);
  }

  private record Row(long seq, String content) {
    Records.Readable<Sighting> step() {
      return new Records.Readable<>(Records.parse(content, Sighting.class), content);
    }
  }

  private static void insert(Handle handle, String key, Records.Readable<Sighting> step) {
    Sighting sighting = step.value();
    long seq =
        handle
            .createUpdate(
                "INSERT INTO sightings (id_key, person_key, camera_key, is_unknown, is_open, began,"
                    + " first_seen, last_seen, content) VALUES (:key, :person, :camera, :unknown,"
                    + " :open, :began, :first, :last, :content)")
            .bind("key", key)
            .bind("person", EventKeys.of(sighting.person().personId()))
            .bind("camera", EventKeys.of(sighting.cameraId()))
            .bind("unknown", Boolean.TRUE.equals(sighting.unknown()))
            .bind("open", isOpen(sighting))
            .bind("began", sighting.firstSeen())
            .bind("first", sighting.firstSeen())
            .bind("last", sighting.lastSeen())
            .bind("content", step.text())
            .executeAndReturnGeneratedKeys("seq")
            .mapTo(long.class)
            .one();
    Records.setWatchlists(handle, WATCHLISTS, seq, sighting.person().watchlists());
  }

  private static void update(Handle handle, long seq, Records.Readable<Sighting> step) {
    Sighting sighting = step.value();
    handle
        .createUpdate(
            "UPDATE sightings SET is_unknown = :unknown, is_open = :open, first_seen = :first,"
                + " last_seen = :last, content = :content WHERE seq = :seq")
        .bind("unknown", Boolean.TRUE.equals(sighting.unknown()))
        .bind("open", isOpen(sighting))
        .bind("first", sighting.firstSeen())
        .bind("last", sighting.lastSeen())
        .bind("content", step.text())
        .bind("seq", seq)
        .execute();
    Records.setWatchlists(handle, WATCHLISTS, seq, sighting.person().watchlists());
  }

  private static boolean isOpen(Sighting sighting) {
    return sighting.kind() != SightingKind.CLOSE;
  }

  /**
   * @param after null for the newest
   */
  static List<Stored<Sighting>> list(
      Handle handle, EventFilter filter, EventPlace after, int most) {
    EventQuery query = EventQuery.ofSightings(filter);
    if (after != null) {
      query.after(after);
    }
    return query
        .on(handle, COLUMNS, "ORDER BY e.began DESC, e.seq DESC LIMIT " + most)
        .map(SightingTable::stored)
        .list();
  }

  static Optional<Stored<Sighting>> find(Handle handle, EventFilter filter, String key) {
    return EventQuery.ofSightings(filter)
        .and("e.id_key = :key", "key", key)
        .on(handle, COLUMNS, "")
        .map(SightingTable::stored)
        .findOne();
  }

  /** When the last of them began. */
  static Optional<Instant> lastBegan(Handle handle, EventFilter filter) {
    return EventQuery.ofSightings(filter)
        .on(handle, "SELECT e.began FROM sightings e", "ORDER BY e.began DESC, e.seq DESC LIMIT 1")
        .mapTo(Instant.class)
        .findOne();
  }

  /** The keys of people, in order, after one. */
  static List<String> people(Handle handle, EventFilter filter, String after, int most) {
    return EventQuery.ofSightings(filter)
        .and("e.person_key > :afterPerson", "afterPerson", after)
        .on(
            handle,
            "SELECT DISTINCT e.person_key FROM sightings e",
            "ORDER BY e.person_key LIMIT " + most)
        .mapTo(String.class)
        .list();
  }

  /** Days in UTC on which any began. */
  static long countDays(Handle handle, EventFilter filter) {
    return EventQuery.ofSightings(filter)
        .on(
            handle,
            "SELECT COUNT(DISTINCT CAST(e.began AT TIME ZONE 'UTC' AS DATE)) FROM sightings e",
            "")
        .mapTo(long.class)
        .one();
  }

  /**
   * How many there are.
   *
   * @param day that of the filter
   */
  static Visits.Count count(Handle handle, EventFilter filter, LocalDate day) {
    return EventQuery.ofSightings(filter)
        .on(
            handle,
            "SELECT COUNT(DISTINCT e.person_key) AS people, COUNT(*) AS times FROM sightings e",
            "")
        .map((row, context) -> new Visits.Count(day, row.getLong("people"), row.getLong("times")))
        .one();
  }

  /** All of a person, oldest first. */
  static List<Stored<Sighting>> ofPerson(Handle handle, EventFilter filter, String personKey) {
    return EventQuery.ofSightings(filter)
        .and("e.person_key = :onePerson", "onePerson", personKey)
        .on(handle, COLUMNS, "ORDER BY e.began, e.seq")
        .map(SightingTable::stored)
        .list();
  }

  private static Stored<Sighting> stored(ResultSet row, StatementContext context)
      throws SQLException {
    Instant began = UtcInstants.of(row, "began");
    return new Stored<>(
        new EventPlace(began, row.getLong("seq")),
        row.getString("id_key"),
        Records.parse(row.getString("content"), Sighting.class));
  }
}
