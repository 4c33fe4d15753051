package io.facestream.console.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Outcome;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrangerVisitsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final StrangerVisits visits = new StrangerVisits();

  private void see(int offset, long second, FaceOutcome outcome, String track) {
    Face face =
        new Face(
            new Box(0, 0, 0.1, 0.1),
            List.of(),
            0.9,
            0.9,
            outcome,
            track,
            null,
            null,
            null,
            null,
            List.of(),
            Map.of(),
            null,
            null);
    visits.add(
        new Verdict(
            Verdict.SCHEMA,
            Ids.frameId("lobby", 0, offset),
            "lobby",
            new FrameRef(0, offset, offset, NOON.plusSeconds(second), 640, 360, null),
            Outcome.UNKNOWN,
            List.of(face),
            null,
            null,
            null,
            null,
            null));
  }

  private static String trackFrom(int offset) {
    return Ids.trackId(Ids.frameId("lobby", 0, offset), 0);
  }

  @Test
  void shouldCountEachVisitOnceAndNobodyWhoIsKnown() {
    see(0, 0, FaceOutcome.UNKNOWN, trackFrom(0));
    assertThat(visits.perDay()).isNull();
    see(1, 1, FaceOutcome.UNKNOWN, trackFrom(0));
    see(2, 60, FaceOutcome.MATCH, trackFrom(2));
    see(3, 120, FaceOutcome.REJECTED, null);
    // One in two minutes.
    assertThat(visits.perDay()).isEqualTo(720.0);
    see(4, 240, FaceOutcome.UNKNOWN, trackFrom(4));
    assertThat(visits.perDay()).isEqualTo(720.0);
  }

  @Test
  void shouldForgetWhatIsLongerAgoThanAnHour() {
    see(0, 0, FaceOutcome.UNKNOWN, trackFrom(0));
    see(1, 1800, FaceOutcome.UNKNOWN, trackFrom(1));
    see(2, 5000, FaceOutcome.MATCH, trackFrom(2));
    assertThat(visits.perDay()).isEqualTo(24.0);
  }

  @Test
  void shouldSayNothingWhereFacesAreNotFollowed() {
    see(0, 0, FaceOutcome.UNKNOWN, null);
    see(1, 120, FaceOutcome.UNKNOWN, null);
    assertThat(visits.perDay()).isNull();
  }
}
