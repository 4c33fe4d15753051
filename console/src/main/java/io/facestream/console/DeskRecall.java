package io.facestream.console;

import io.facestream.console.access.Scope;
import io.facestream.console.asks.Recall;
import io.facestream.console.events.EventFilter;
import io.facestream.console.people.People;
import io.facestream.console.people.Person;
import io.facestream.console.visits.Visits;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Recalls somebody by the gallery's details and by the sightings, in a few queries. */
final class DeskRecall implements Recall {
  private static final int SHOWN = 5;

  private final People people;
  private final Visits visits;

  DeskRecall(People people, Visits visits) {
    this.people = people;
    this.visits = visits;
  }

  @Override
  public Map<String, String> details(String personId) {
    return people.find(personId, Scope.ALL).map(Person::details).orElse(Map.of());
  }

  @Override
  public Past visits(String personId, Scope scope) {
    EventFilter of = EventFilter.all(scope).ofPerson(personId);
    List<Day> last =
        visits.days(of, ZoneOffset.UTC, null, SHOWN).items().stream()
            .map(
                visit -> new Day(visit.day(), visit.firstSeen(), visit.lastSeen(), visit.cameras()))
            .toList();
    return new Past(visits.countDays(of), last);
  }
}
