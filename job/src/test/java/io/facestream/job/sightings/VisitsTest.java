package io.facestream.job.sightings;

import static io.facestream.job.sightings.Seen.at;
import static io.facestream.job.sightings.Seen.face;
import static io.facestream.job.sightings.Seen.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitsTest {
  private static final SightingSettings SETTINGS =
      new SightingSettings(Duration.ofSeconds(10), Duration.ofSeconds(5));

  private CameraVisits state;
  private final List<Sighting> told = new ArrayList<>();

  @Test
  void shouldOpenUpdateAndCloseAVisit() {
    for (long time = 1_000; time <= 8_000; time += 1_000) {
      take(at(time, face("ada", 0.6)));
    }
    take(at(18_000, stranger()));
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.UPDATE);
    take(at(18_001, stranger()));
    assertThat(kinds()).endsWith(SightingKind.CLOSE).hasSize(3);
    Sighting visit = last();
    assertThat(visit.sightingId()).isEqualTo("lobby@0-1000/ada");
    assertThat(told)
        .allSatisfy(step -> assertThat(step.sightingId()).isEqualTo(visit.sightingId()));
    assertThat(visit.firstSeen().toEpochMilli()).isEqualTo(1_000);
    assertThat(visit.lastSeen().toEpochMilli()).isEqualTo(8_000);
    assertThat(visit.frames()).isEqualTo(8);
    assertThat(visit.person().name()).isEqualTo("Name of ada");
    assertThat(visit.person().watchlists()).containsExactly("guests");
    assertThat(visit.models().embedder()).isEqualTo("e");
  }

  @Test
  void shouldTakeSomebodyLostAndFoundWithinTheSilenceForOneVisit() {
    take(at(0, face("ada", 0.6)), at(10_000, face("ada", 0.6)), at(20_001, face("ada", 0.6)));
    assertThat(kinds())
        .containsExactly(
            SightingKind.OPEN, SightingKind.UPDATE, SightingKind.CLOSE, SightingKind.OPEN);
    assertThat(visits()).containsOnlyKeys("lobby@0-0/ada", "lobby@0-20001/ada");
    assertThat(visits().get("lobby@0-0/ada").lastSeen().toEpochMilli()).isEqualTo(10_000);
  }

  @Test
  void shouldKeepTheMostSimilarViewWithItsPlace() {
    take(
        at(1, face("ada", 0.5)),
        at(2, stranger(), face("ada", 0.9)),
        at(3, face("ada", 0.7)),
        at(4, face("ada", 0.9)));
    end();
    assertThat(last().best().similarity()).isEqualTo(0.9);
    assertThat(last().best().frame().offset()).isEqualTo(2);
    assertThat(last().best().box().width()).isEqualTo(0.9);
    assertThat(last().best().templateId()).isEqualTo("ada/1");
    assertThat(last().best().threshold().cosine()).isEqualTo(0.4);
  }

  @Test
  void shouldPreferAViewThatWasSearchedItself() {
    take(at(1, face("ada", 0.5, "t#0", "lobby@0-0")), at(2, face("ada", 0.5, "t#0", null)));
    take(at(3, face("ada", 0.5, "t#0", "lobby@0-2")));
    end();
    assertThat(last().best().frame().offset()).isEqualTo(2);
    assertThat(last().frames()).isEqualTo(3);
  }

  @Test
  void shouldCountTwoFacesOfAPersonInOneFrameOnce() {
    take(at(1, face("ada", 0.5, "t#0", null), face("ada", 0.7, "t#1", null)));
    end();
    assertThat(visits()).hasSize(1);
    assertThat(last().frames()).isEqualTo(1);
    assertThat(last().best().similarity()).isEqualTo(0.7);
    assertThat(last().tracks()).containsExactly("t#1");
  }

  @Test
  void shouldNameTheFirstTracksAndCountTheOthers() {
    for (int track = 0; track < Sighting.MAX_TRACKS + 3; track++) {
      take(at(track, face("ada", 0.5, "t#" + track, null)));
      take(at(track, face("ada", 0.5, "t#" + track, null)));
    }
    end();
    assertThat(last().tracks()).hasSize(Sighting.MAX_TRACKS).startsWith("t#0", "t#1");
    assertThat(last().moreTracks()).isEqualTo(3);
  }

  @Test
  void shouldFollowSeveralPeopleAtOnce() {
    take(at(1, face("ada", 0.5), face("eve", 0.6)), at(2, face("eve", 0.6)));
    end();
    assertThat(visits()).containsOnlyKeys("lobby@0-1/ada", "lobby@0-1/eve");
    assertThat(visits().get("lobby@0-1/eve").frames()).isEqualTo(2);
  }

  @Test
  void shouldNotBeDisturbedByALateFrame() {
    take(at(10_000, face("ada", 0.6)), at(12_000, face("ada", 0.6)));
    take(at(4_000, face("ada", 0.7)));
    end();
    assertThat(visits()).containsOnlyKeys("lobby@0-10000/ada");
    assertThat(last().firstSeen().toEpochMilli()).isEqualTo(4_000);
    assertThat(last().lastSeen().toEpochMilli()).isEqualTo(12_000);
    assertThat(last().frames()).isEqualTo(3);
  }

  @Test
  void shouldPutALateFrameIntoTheClosedVisitOfItsTime() {
    take(at(0, face("ada", 0.6)), at(15_000), at(5_000, face("ada", 0.7)), at(15_001));
    assertThat(kinds())
        .as("still there at 5 s, so not over at 15 s, but right after")
        .containsExactly(
            SightingKind.OPEN, SightingKind.CLOSE, SightingKind.UPDATE, SightingKind.CLOSE);
    take(at(60_000), at(7_000, face("ada", 0.8)));
    assertThat(kinds()).endsWith(SightingKind.CLOSE).hasSize(5);
    assertThat(visits()).hasSize(1);
    assertThat(last().frames()).isEqualTo(3);
    assertThat(last().lastSeen().toEpochMilli()).isEqualTo(7_000);
  }

  @Test
  void shouldOpenAVisitForALateFrameThatBelongsToNone() {
    take(at(0, face("eve", 0.6)), at(40_000, face("eve", 0.6)), at(20_000, face("ada", 0.7)));
    assertThat(visits()).hasSize(3);
    assertThat(last().sightingId()).isEqualTo("lobby@0-20000/ada");
    assertThat(last().kind()).as("over already").isEqualTo(SightingKind.CLOSE);
  }

  @Test
  void shouldBeginAnewWhenTheClockWasSetBack() {
    take(at(1_000_000, face("ada", 0.6)));
    take(at(939_999, face("ada", 0.6)), at(940_100, face("ada", 0.6)));
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.CLOSE, SightingKind.OPEN);
    assertThat(state.latest()).isEqualTo(940_100);
  }

  @Test
  void shouldForgetAClosedVisitWhenNoLateFrameCanBelongToIt() {
    take(at(0, face("ada", 0.6)), at(70_000));
    assertThat(state).isNotNull();
    take(at(70_001));
    assertThat(state).isNull();
  }

  @Test
  void shouldCloseTheOldestWhenThereAreTooMany() {
    for (int person = 0; person <= Visits.MOST; person++) {
      take(at(person, face("p" + person, 0.6)));
    }
    assertThat(state.visits()).hasSize(Visits.MOST);
    assertThat(told)
        .filteredOn(step -> step.kind() == SightingKind.CLOSE)
        .extracting(Sighting::sightingId)
        .containsExactly("lobby@0-0/p0");
    assertThat(told).filteredOn(step -> step.kind() == SightingKind.OPEN).hasSize(Visits.MOST + 1);
  }

  /** When a visit is told to be over by a clock, also far too early, is all that changes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldComeToTheSameWhateverTheClockSays(long seed) {
    Map<String, Sighting> undisturbed = visitsOf(seed, false);
    Map<String, Sighting> disturbed = visitsOf(seed, true);
    assertThat(undisturbed).hasSizeGreaterThan(10);
    assertThat(disturbed).isEqualTo(undisturbed);
  }

  private Map<String, Sighting> visitsOf(long seed, boolean disturbed) {
    Random random = new Random(seed);
    Random clock = new Random(seed + 1);
    told.clear();
    state = null;
    long time = 0;
    for (int i = 0; i < 2_000; i++) {
      time += random.nextInt(10) == 0 ? random.nextInt(20_000) : random.nextInt(500);
      long taken = Math.max(0, time - (random.nextInt(5) == 0 ? random.nextInt(8_000) : 0));
      String person = "p" + random.nextInt(4);
      take(at("lobby", 0, i, taken, face(person, random.nextDouble())));
      if (disturbed && clock.nextInt(3) == 0) {
        Visits visits = new Visits(SETTINGS, state);
        // Frames are late by less than the rest of the memory.
        tell(visits.pass(visits.latest() + clock.nextInt((int) Visits.MEMORY - 20_000)));
        state = visits.state();
      }
    }
    end();
    return visits();
  }

  private void take(Verdict... frames) {
    for (Verdict frame : frames) {
      Visits visits = new Visits(SETTINGS, state);
      tell(visits.take(frame));
      state = visits.state();
    }
  }

  private void end() {
    if (state != null) {
      Visits visits = new Visits(SETTINGS, state);
      tell(visits.end());
      state = visits.state();
      assertThat(state).isNull();
    }
  }

  private void tell(List<Step> steps) {
    steps.forEach(step -> told.add(step.visit().sighting(step.kind(), "lobby")));
  }

  private List<SightingKind> kinds() {
    return told.stream().map(Sighting::kind).toList();
  }

  private Sighting last() {
    return told.get(told.size() - 1);
  }

  /** Of each visit what was told last. */
  private Map<String, Sighting> visits() {
    Map<String, Sighting> visits = new LinkedHashMap<>();
    told.forEach(step -> visits.put(step.sightingId(), step));
    return visits;
  }
}
