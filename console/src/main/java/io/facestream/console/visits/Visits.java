package io.facestream.console.visits;

import io.facestream.console.events.EventFilter;
import io.facestream.console.events.EventKeys;
import io.facestream.console.events.EventPlace;
import io.facestream.console.events.Records;
import io.facestream.console.events.Stored;
import io.facestream.wire.Sighting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sightings and visits, as the topic tells them. A sighting belongs to the day on which it began.
 */
public final class Visits {
  private final Jdbi jdbi;

  public Visits(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Is told of what became known of a visit, in the same transaction. */
  @FunctionalInterface
  public interface Told {
    /**
     * It is there, or has ended.
     *
     * @param ended whether the visit is over
     */
    void tell(Handle handle, Stored<Sighting> sighting, boolean ended);
  }

  /**
   * What the follower of the topic does with records.
   *
   * @param wanted those that are stored
   */
  public static void store(
      Handle handle,
      List<ConsumerRecord<byte[], byte[]>> records,
      Predicate<Sighting> wanted,
      Told told) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Records.read(record, Sighting.class, SightingTable::isComplete)
          .filter(step -> wanted.test(step.value()))
          .map(step -> SightingTable.put(handle, step))
          .filter(change -> change != SightingTable.Change.FURTHER)
          .ifPresent(
              change ->
                  told.tell(
                      handle, seen(record).orElseThrow(), change == SightingTable.Change.CLOSED));
    }
  }

  /**
   * Deletes some visits of those who were seen last before a time; their keys.
   *
   * @param unknown of people who are not in the gallery, or of the others
   */
  public static List<String> deleteOlder(Handle handle, boolean unknown, Instant before, int most) {
    return SightingTable.deleteOlder(handle, unknown, before, most);
  }

  /** A record as {@link #list} would show it; empty when it is none. */
  public static Optional<Stored<Sighting>> seen(ConsumerRecord<byte[], byte[]> record) {
    return Records.find(record, Sighting.class, SightingTable::isComplete)
        .map(Records.Readable::value)
        .map(
            sighting ->
                new Stored<>(
                    new EventPlace(sighting.firstSeen(), 0),
                    EventKeys.of(sighting.sightingId()),
                    sighting));
  }

  /**
   * Sightings, newest first.
   *
   * @param after null for the newest
   */
  public Stored.Some<Sighting> list(EventFilter filter, EventPlace after, int limit) {
    return Stored.Some.of(
        jdbi.withHandle(handle -> SightingTable.list(handle, filter, after, limit + 1)), limit);
  }

  /**
   * One of them.
   *
   * @param id its id or key
   */
  public Optional<Stored<Sighting>> find(EventFilter filter, String id) {
    return jdbi.withHandle(handle -> SightingTable.find(handle, filter, EventKeys.named(id)));
  }

  /** On how many days, in UTC, there were any. */
  public long countDays(EventFilter filter) {
    return jdbi.withHandle(handle -> SightingTable.countDays(handle, filter));
  }

  /**
   * Where a list of visits goes on.
   *
   * @param personKey the last one shown of that day; "" for none
   */
  public record VisitPlace(LocalDate day, String personKey) {}

  /**
   * Some visits.
   *
   * @param next null at the end
   */
  public record Some(List<Visit> items, VisitPlace next) {}

  /**
   * Visits, the newest day first, and within a day in an order that stays.
   *
   * @param zone where days begin
   * @param after null for the newest
   */
  public Some days(EventFilter filter, ZoneId zone, VisitPlace after, int limit) {
    return jdbi.inTransaction(handle -> days(handle, filter, zone, after, limit));
  }

  private static Some days(
      Handle handle, EventFilter filter, ZoneId zone, VisitPlace after, int limit) {
    List<Visit> items = new ArrayList<>();
    VisitPlace at = after == null ? nextDay(handle, filter, zone, null) : after;
    while (at != null) {
      EventFilter ofDay = within(filter, at.day(), zone);
      int wanted = limit - items.size();
      List<String> people = SightingTable.people(handle, ofDay, at.personKey(), wanted + 1);
      for (String person : people.subList(0, Math.min(wanted, people.size()))) {
        List<Stored<Sighting>> sightings = SightingTable.ofPerson(handle, ofDay, person);
        if (!sightings.isEmpty()) { // deleted a moment ago
          items.add(visit(at.day(), sightings));
        }
        at = new VisitPlace(at.day(), person);
      }
      if (people.size() > wanted) {
        return new Some(items, at);
      }
      at = nextDay(handle, filter, zone, at.day());
    }
    return new Some(items, null);
  }

  /**
   * How many there were on a day.
   *
   * @param people how many different ones
   */
  public record Count(LocalDate day, long people, long sightings) {}

  /** How many there were on each day, the first day first. */
  public List<Count> byDay(EventFilter filter, ZoneId zone, LocalDate first, LocalDate last) {
    return jdbi.inTransaction(
        handle ->
            first
                .datesUntil(last.plusDays(1))
                .map(day -> SightingTable.count(handle, within(filter, day, zone), day))
                .toList());
  }

  private static VisitPlace nextDay(
      Handle handle, EventFilter filter, ZoneId zone, LocalDate before) {
    Instant end = before == null ? null : before.atStartOfDay(zone).toInstant();
    EventFilter earlier = filter.between(filter.from(), earliest(filter.to(), end));
    return SightingTable.lastBegan(handle, earlier)
        .map(began -> new VisitPlace(began.atZone(zone).toLocalDate(), ""))
        .orElse(null);
  }

  private static EventFilter within(EventFilter filter, LocalDate day, ZoneId zone) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return filter.between(
        filter.from() == null || filter.from().isBefore(begin) ? begin : filter.from(),
        earliest(filter.to(), end));
  }

  private static Instant earliest(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private static Visit visit(LocalDate day, List<Stored<Sighting>> sightings) {
    Instant first = sightings.get(0).record().firstSeen();
    Instant last = first;
    Set<String> cameras = new LinkedHashSet<>();
    for (Stored<Sighting> one : sightings) {
      Sighting sighting = one.record();
      first = earliest(first, sighting.firstSeen());
      last = sighting.lastSeen().isAfter(last) ? sighting.lastSeen() : last;
      cameras.add(sighting.cameraId());
    }
    return new Visit(
        sightings.get(sightings.size() - 1).record().person(),
        day,
        first,
        last,
        sightings.size(),
        List.copyOf(cameras));
  }
}
