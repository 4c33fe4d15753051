package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.access.Scope;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.store.Database;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.visits.Visits;
import io.facestream.wire.BestView;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Json;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Which picture of a stranger is taken, of several that may be gone. */
@OnEachDatabase
class ViewsOfStrangersITCase {
  private static final String STRANGER = "unknown/3f9a2c7be1d04a56";
  private static final Instant BEGAN = Instant.parse("2026-03-01T09:00:00Z");

  @Parameter private TestDatabase kind;

  @Test
  void shouldBeTheBestOnesAndThenTheLast() {
    double[] qualities = {0.5, 0.9, 0.6, 0.8, 0.7, 0.4};
    try (Database database = Database.open(kind.fresh())) {
      for (int i = 0; i < qualities.length; i++) {
        Sighting seen = seen(i, qualities[i]);
        database
            .jdbi()
            .useTransaction(
                handle ->
                    Visits.store(
                        handle,
                        List.of(new ConsumerRecord<>("t", 0, 0, new byte[0], Json.toBytes(seen))),
                        any -> true,
                        (same, sighting, ended) -> {}));
      }
      SeenFaces faces = new SeenFaces(new Visits(database.jdbi()), new Alerts(database.jdbi()));
      assertThat(faces.find("unknown:" + STRANGER, Scope.ALL))
          .extracting(view -> view.frame().offset())
          .containsExactly(1L, 3L, 4L, 2L, 5L);
    }
  }

  private static Sighting seen(int number, double quality) {
    Instant at = BEGAN.plusSeconds(600L * number);
    FrameRef frame = new FrameRef(0, number, number, at, 640, 480, null);
    return new Sighting(
            Sighting.SCHEMA,
            "visit " + number,
            SightingKind.CLOSE,
            "door",
            SightedPerson.unknown(STRANGER),
            at,
            at,
            1,
            BestView.unknown(frame, new Box(0.25, 0.25, 0.5, 0.5), quality),
            List.of(),
            null,
            null,
            null,
            null,
            null)
        .ofUnknown();
  }
}
