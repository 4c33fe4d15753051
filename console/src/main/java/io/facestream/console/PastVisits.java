package io.facestream.console;

import io.facestream.console.access.Scope;
import io.facestream.console.asks.Recall;
import io.facestream.console.events.EventFilter;
import io.facestream.console.visits.Visits;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What sightings tell of somebody who was recognised at the desk. */
final class PastVisits implements Recall {
  private static final int SHOWN = 5;

  /** Counted no further: it is a year. */
  private static final int MOST_DAYS = 366;

  private final Visits visits;

  PastVisits(Visits visits) {
    this.visits = visits;
  }

  @Override
  public Map<String, String> details(String personId) {
    return Map.of();
  }

  @Override
  public Past visits(String personId, Scope scope) {
    EventFilter of = new EventFilter(scope, personId, null, null, null, null, null, null);
    List<Day> days =
        visits.days(of, ZoneOffset.UTC, null, MOST_DAYS).items().stream()
            .map(
                visit -> new Day(visit.day(), visit.firstSeen(), visit.lastSeen(), visit.cameras()))
            .toList();
    return new Past(days.size(), days.stream().limit(SHOWN).toList());
  }
}
