package io.facestream.console.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The conditions of a query on one of the tables of events. All that comes from outside is bound.
 */
public final class EventQuery {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();

  private EventQuery() {}

  /**
   * Of sightings.
   *
   * @param filter what is wanted
   */
  public static EventQuery ofSightings(EventFilter filter) {
    EventQuery query = of(filter, "sighting_watchlists");
    if (filter.scope().watchlists().isPresent()) {
      // Somebody unknown is on no watchlist; only who may see all may see him.
      query.and("NOT e.is_unknown");
    }
    if (filter.unknown() != null) {
      query.and("e.is_unknown = :unknown", "unknown", filter.unknown());
    }
    if (filter.open() != null) {
      query.and("e.is_open = :open", "open", filter.open());
    }
    return query;
  }

  /**
   * Of alerts, which are of people of the gallery only.
   *
   * @param filter what is wanted
   */
  public static EventQuery ofAlerts(EventFilter filter) {
    return of(filter, "alert_watchlists");
  }

  private static EventQuery of(EventFilter filter, String watchlists) {
    EventQuery query = new EventQuery();
    filter.scope().watchlists().ifPresent(allowed -> query.within(watchlists, allowed));
    if (filter.watchlist() != null) {
      query.and(
          "EXISTS (SELECT 1 FROM "
              + watchlists
              + " l WHERE l.owner = e.seq AND l.watchlist_key = :watchlist)",
          "watchlist",
          EventKeys.of(filter.watchlist()));
      if (!filter.scope().has(filter.watchlist())) {
        query.and("1 = 0");
      }
    }
    if (filter.person() != null) {
      query.and("e.person_key = :person", "person", EventKeys.of(filter.person()));
    }
    if (filter.camera() != null) {
      query.and("e.camera_key = :camera", "camera", EventKeys.of(filter.camera()));
    }
    query.between(filter.from(), filter.to());
    return query;
  }

  private void within(String watchlists, List<String> allowed) {
    if (allowed.isEmpty()) {
      and("1 = 0");
      return;
    }
    and(
        "EXISTS (SELECT 1 FROM "
            + watchlists
            + " s WHERE s.owner = e.seq AND s.watchlist_key IN (<allowed>))");
    lists.put("allowed", allowed.stream().map(EventKeys::of).toList());
  }

  private void between(Instant from, Instant to) {
    if (from != null) {
      and("e.began >= :from", "from", from);
    }
    if (to != null) {
      and("e.began < :to", "to", to);
    }
  }

  /** A further condition. */
  public EventQuery and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** A further condition with a value. */
  public EventQuery and(String condition, String name, Object value) {
    values.put(name, value);
    return and(condition);
  }

  /** Only what comes after a place, newest first. */
  public EventQuery after(EventPlace place) {
    values.put("lastBegan", place.began());
    values.put("lastSeq", place.seq());
    return and("(e.began < :lastBegan OR e.began = :lastBegan AND e.seq < :lastSeq)");
  }

  /**
   * The query.
   *
   * @param select up to WHERE; the table is {@code e}
   * @param rest what follows the conditions
   */
  public Query on(Handle handle, String select, String rest) {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    Query query = handle.createQuery(select + where + " " + rest);
    values.forEach(query::bind);
    lists.forEach(query::bindList);
    return query;
  }
}
