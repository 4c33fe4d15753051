package io.facestream.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.Stay;
import io.facestream.wire.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who was drawn before which camera and when: what the visits of a run are compared with. */
public final class DrawnStays {
  /** Of the job's options the default. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** By when somebody who can be recognised has been, and for how long until he cannot. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private static final String CAMERA = "camera-";

  private final List<Drawn> drawn = new ArrayList<>();

  private record Drawn(String camera, double rate, Stay stay) {
    private long millis(long picture) {
      return Math.round(picture * 1e3 / rate);
    }
  }

  /**
   * All stays of some people.
   *
   * @param rooms of {@code camera-0}, {@code camera-1} …
   * @param people who is enrolled
   */
  public DrawnStays(List<DrawnScene> rooms, Set<String> people) {
    for (int room = 0; room < rooms.size(); room++) {
      for (Stay stay : rooms.get(room).stays(SILENCE)) {
        if (people.contains(stay.person())) {
          drawn.add(new Drawn(CAMERA + room, rooms.get(room).options().rate(), stay));
        }
      }
    }
  }

  /** How many visits must be told. */
  public long due() {
    return drawn.stream().filter(one -> one.stay().certain()).count();
  }

  /**
   * Requires that each visit that must be told is, once and at its time, and that there is no other
   * but of those that may be told.
   *
   * @param begin of each camera, when its first picture was taken
   */
  public void mustBeThoseOf(Collection<Sighting> visits, Map<String, Instant> begin) {
    assertThat(visits.stream().map(visit -> drawnAs(visit, begin.get(visit.cameraId()))))
        .as("what was drawn of each of %s", visits)
        .doesNotContainNull()
        .doesNotHaveDuplicates()
        .containsAll(drawn.stream().filter(one -> one.stay().certain()).toList());
  }

  private Drawn drawnAs(Sighting visit, Instant begin) {
    long first = Duration.between(begin, visit.firstSeen()).toMillis();
    long last = Duration.between(begin, visit.lastSeen()).toMillis();
    return drawn.stream()
        .filter(one -> one.camera().equals(visit.cameraId()))
        .filter(one -> one.stay().person().equals(visit.person().personId()))
        .filter(one -> isAt(first, last, one))
        .findFirst()
        .orElse(null);
  }

  private static boolean isAt(long first, long last, Drawn one) {
    Stay stay = one.stay();
    return one.millis(stay.first()) <= first
        && last <= one.millis(stay.last())
        && (!stay.certain()
            || first <= one.millis(stay.recognisable()) + TOLERANCE.toMillis()
                && last >= one.millis(stay.lastRecognisable()) - TOLERANCE.toMillis());
  }
}
