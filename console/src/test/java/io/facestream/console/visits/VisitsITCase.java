package io.facestream.console.visits;

import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.access.Scope;
import io.facestream.console.events.EventFilter;
import io.facestream.console.events.Records;
import io.facestream.console.store.Database;
import io.facestream.console.testing.TestDatabase;
import io.facestream.wire.SightingKind;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisitsITCase {
  /** Two on one day, which are of two days in most zones. */
  @ParameterizedTest
  @EnumSource
  void shouldCountDaysWhateverTheZoneOfTheMachine(TestDatabase kind) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
    try (Database open = Database.open(kind.fresh())) {
      for (String at : new String[] {"2026-03-01T00:30:00Z", "2026-03-01T23:30:00Z"}) {
        put(open, at, "ada");
      }
      put(open, "2026-03-04T12:00:00Z", "ada");
      put(open, "2026-03-05T12:00:00Z", "bob");
      Visits visits = new Visits(open.jdbi());
      EventFilter all = EventFilter.all(Scope.ALL);
      assertThat(visits.countDays(all.ofPerson("ada"))).isEqualTo(2);
      assertThat(visits.countDays(EventFilter.all(Scope.of(List.of("guests"))).ofPerson("ada")))
          .isZero();
      assertThat(visits.countDays(all.ofPerson("nobody"))).isZero();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static void put(Database open, String at, String who) {
    open.jdbi()
        .useHandle(
            handle ->
                SightingTable.put(
                    handle,
                    Records.of(
                        sighting(
                            SightingKind.CLOSE,
                            "lobby",
                            person(who, "staff"),
                            Instant.parse(at),
                            1))));
  }
}
