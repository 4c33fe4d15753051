package io.facestream.job.unknown;

import static io.facestream.job.unknown.Passers.MIDNIGHT;
import static io.facestream.job.unknown.Passers.NOON;
import static io.facestream.job.unknown.Passers.SETTINGS;
import static io.facestream.job.unknown.Passers.SPACING;
import static io.facestream.job.unknown.Passers.carried;
import static io.facestream.job.unknown.Passers.first;
import static io.facestream.job.unknown.Passers.frame;
import static io.facestream.job.unknown.Passers.pass;
import static io.facestream.job.unknown.Passers.personOf;
import static io.facestream.job.unknown.Passers.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.followed.Standing;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Models;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnknownPeopleTest {
  private static final SameStranger SAME = new SameStranger(ModelPacks.named("standard"));
  private static final float[] EVE = personOf(1);
  private static final float[] MALLORY = personOf(2);
  private static final String TRACK = "lobby@0-7200#0";

  private final Remembered day = new Remembered();
  private final List<Sighting> told = new ArrayList<>();
  private UnknownSettings settings = SETTINGS;
  private CameraStrangers state;
  private int notTold;
  private int filledUp;

  @Test
  void shouldTellOfAStrangerWhoWasSeenForLongEnoughFromWhenHeCame() {
    take(pass(EVE, NOON, NOON + 2_500));
    assertThat(told).isEmpty();
    take(pass(EVE, NOON, NOON + 4_000).subList(6, 9));
    assertThat(kinds()).containsExactly(SightingKind.OPEN);
    Sighting open = told.get(0);
    assertThat(open.sightingId()).isEqualTo("lobby@0-7206/" + open.person().personId());
    assertThat(open.person().personId()).startsWith("unknown/");
    assertThat(open.firstSeen().toEpochMilli()).isEqualTo(NOON);
    assertThat(open.lastSeen().toEpochMilli()).isEqualTo(NOON + 3_000);
    assertThat(open.frames()).isEqualTo(7);
    assertThat(open.tracks()).containsExactly(TRACK);
    assertThat(open.best().similarity()).isNull();
    assertThat(open.best().quality()).isEqualTo(0.5);
    take(frame(NOON + 15_000));
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.CLOSE);
    assertThat(last().frames()).isEqualTo(9);
    assertThat(last().lastSeen().toEpochMilli()).isEqualTo(NOON + 4_000);
  }

  @Test
  void shouldShowTheBestPictureOfAllThatWereTaken() {
    take(frame(NOON, first(TRACK, EVE, Standing.STRANGER)));
    take(frame(NOON + 500, carried(TRACK, 0.9, Standing.STRANGER)));
    take(frame(NOON + 1_000, view(TRACK, EVE, 0.6, Standing.STRANGER)));
    take(frame(NOON + 3_000, view(TRACK, EVE, 0.7, Standing.STRANGER)));
    assertThat(last().best().frame().offset()).isEqualTo(7_201);
    take(frame(NOON + 8_000, carried(TRACK, 0.95, Standing.STRANGER)));
    assertThat(last().kind()).isEqualTo(SightingKind.UPDATE);
    assertThat(last().best().quality()).isEqualTo(0.95);
  }

  @Test
  void shouldNotTellOfSomebodyOfWhomTooFewViewsWereSearched() {
    take(frame(NOON, first(TRACK, EVE, Standing.STRANGER)));
    take(frame(NOON + 1_000, view(TRACK, EVE, 0.6, Standing.STRANGER)));
    for (long time = 3_000; time < 10_000; time += SPACING) {
      take(frame(NOON + time, carried(TRACK, 0.6, Standing.STRANGER)));
    }
    assertThat(told).isEmpty();
    take(frame(NOON + 10_000, view(TRACK, EVE, 0.6, Standing.STRANGER)));
    assertThat(kinds()).containsExactly(SightingKind.OPEN);
  }

  @Test
  void shouldNotTellOfSomebodyWhomAViewHasRecognised() {
    take(pass(EVE, NOON, NOON + 1_000));
    take(frame(NOON + 1_500, view(TRACK, EVE, 0.6, Standing.KNOWN)));
    for (long time = 2_000; time < 10_000; time += SPACING) {
      take(frame(NOON + time, view(TRACK, EVE, 0.6, Standing.STRANGER)));
    }
    assertThat(told).isEmpty();
    assertThat(state.tracks().get(0).embedding()).as("nothing of a face is kept").isNull();
  }

  @Test
  void shouldWaitWhileItMayBeSomebodyOfTheGallery() {
    take(pass(EVE, NOON, NOON + 1_000));
    take(frame(NOON + 3_000, view(TRACK, EVE, 0.6, Standing.IN_DOUBT)));
    take(frame(NOON + 3_500, carried(TRACK, 0.6, Standing.IN_DOUBT)));
    assertThat(told).isEmpty();
    take(frame(NOON + 4_000, carried(TRACK, 0.6, Standing.STRANGER)));
    assertThat(kinds()).containsExactly(SightingKind.OPEN);
    take(frame(NOON + 10_000, carried(TRACK, 0.6, Standing.IN_DOUBT)));
    assertThat(last().kind()).as("a doubt ends no visit").isEqualTo(SightingKind.UPDATE);
  }

  @Test
  void shouldEndTheVisitOfSomebodyWhoIsRecognisedAndForgetHim() {
    take(pass(EVE, NOON, NOON + 5_000));
    assertThat(day.strangers).hasSize(1);
    take(frame(NOON + 5_500, view(TRACK, EVE, 0.6, Standing.KNOWN)));
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.CLOSE);
    assertThat(last().lastSeen().toEpochMilli()).isEqualTo(NOON + 5_000);
    assertThat(day.strangers).isEmpty();
    take(frame(NOON + 6_000, carried(TRACK, 0.6, Standing.STRANGER)));
    assertThat(told).hasSize(2);
  }

  @Test
  void shouldKnowAStrangerAgainAndNobodyElse() {
    take(pass(EVE, NOON, NOON + 5_000));
    take(pass(MALLORY, NOON + 60_000, NOON + 65_000));
    take(pass(EVE, NOON + 3_600_000, NOON + 3_605_000));
    List<String> ids = idsOfVisits();
    assertThat(ids).hasSize(3);
    assertThat(ids.get(2)).isEqualTo(ids.get(0));
    assertThat(ids.get(1)).isNotEqualTo(ids.get(0));
    assertThat(day.strangers).hasSize(2);
  }

  @Test
  void shouldTellOneVisitOfAStrangerWhoWasLostAndFoundWithinTheSilence() {
    take(pass(EVE, NOON, NOON + 5_000));
    take(pass(EVE, NOON + 14_000, NOON + 20_000));
    assertThat(idsOfVisits()).hasSize(1);
    assertThat(last().firstSeen().toEpochMilli()).isEqualTo(NOON);
    assertThat(last().tracks()).containsExactly(TRACK, "lobby@0-7228#0");
    assertThat(last().kind())
        .as("it closed before they were known again")
        .isNotEqualTo(SightingKind.CLOSE);
    assertThat(last().frames()).isGreaterThanOrEqualTo(11 + 7);
  }

  @Test
  void shouldNotTakeTwoWhoAreThereAtOnceForOne() {
    String other = "lobby@0-7200#1";
    for (long time = 0; time <= 4_000; time += SPACING) {
      take(
          frame(
              NOON + time,
              time == 0
                  ? first(TRACK, EVE, Standing.STRANGER)
                  : view(TRACK, EVE, 0.5, Standing.STRANGER),
              time == 0
                  ? first(other, EVE, Standing.STRANGER)
                  : view(other, EVE, 0.5, Standing.STRANGER)));
    }
    assertThat(idsOfVisits()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void shouldBeginAnewWhenTheTrackGoesOverToSomebodyElse() {
    take(pass(EVE, NOON, NOON + 5_000));
    take(frame(NOON + 5_500, first(TRACK, MALLORY, Standing.STRANGER)));
    take(frame(NOON + 6_000, view(TRACK, MALLORY, 0.5, Standing.STRANGER)));
    take(frame(NOON + 8_500, view(TRACK, MALLORY, 0.5, Standing.STRANGER)));
    assertThat(idsOfVisits()).hasSize(2).doesNotHaveDuplicates();
    assertThat(told.get(1).firstSeen().toEpochMilli()).isEqualTo(NOON + 5_500);
  }

  @Test
  void shouldCompareWithTheBestView() {
    float[] eveFromAside = between(EVE, MALLORY, 0.9);
    take(frame(NOON, first(TRACK, eveFromAside, Standing.STRANGER)));
    take(frame(NOON + 500, view(TRACK, eveFromAside, 0.4, Standing.STRANGER)));
    take(frame(NOON + 3_000, view(TRACK, eveFromAside, 0.3, Standing.STRANGER)));
    take(frame(NOON + 3_500, view(TRACK, EVE, 0.9, Standing.STRANGER)));
    take(frame(NOON + 4_000, view(TRACK, eveFromAside, 0.8, Standing.STRANGER)));
    assertThat(day.strangers.values().iterator().next().embedding()).isEqualTo(EVE);
    take(pass(EVE, NOON + 60_000, NOON + 65_000));
    assertThat(idsOfVisits()).hasSize(2).containsOnly(told.get(0).person().personId());
  }

  @Test
  void shouldBeginEachDayAnew() {
    take(pass(EVE, MIDNIGHT - 60_000, MIDNIGHT - 50_000));
    take(frame(MIDNIGHT - 1));
    assertThat(day.strangers).hasSize(1);
    take(frame(MIDNIGHT));
    assertThat(day.strangers).isEmpty();
    take(pass(EVE, MIDNIGHT + 60_000, MIDNIGHT + 65_000));
    assertThat(idsOfVisits()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void shouldEndTheDayAtTheMidnightOfItsZone() {
    settings =
        new UnknownSettings(settings.after(), ZoneId.of("Europe/Berlin"), settings.sightings());
    take(pass(EVE, MIDNIGHT - 3_660_000, MIDNIGHT - 3_650_000));
    take(frame(MIDNIGHT - 3_600_001));
    assertThat(day.strangers).hasSize(1);
    take(frame(MIDNIGHT - 3_600_000));
    assertThat(day.strangers).isEmpty();
  }

  @Test
  void shouldGoOnWithAVisitOverMidnightAndKeepNothingOfTheFace() {
    take(pass(EVE, MIDNIGHT - 5_000, MIDNIGHT + 5_000));
    assertThat(idsOfVisits()).hasSize(1);
    assertThat(last().lastSeen().toEpochMilli()).isGreaterThan(MIDNIGHT);
    assertThat(day.strangers).isEmpty();
    assertThat(state.tracks()).allMatch(track -> track.embedding() == null);
  }

  /**
   * The promise: whoever reads the ids learns nothing of a face, of other cameras or other days.
   */
  @Test
  void shouldGiveIdsThatSayNothingOfTheFaceAndAreOfNoOtherCameraOrDay() {
    Map<String, List<String>> idsByPlace = new LinkedHashMap<>();
    for (String camera : List.of("lobby", "door")) {
      for (int days = 0; days < 3; days++) {
        long from = NOON + days * 86_400_000L;
        told.clear();
        state = null;
        day.clear();
        take(pass(camera, 0, EVE, from, from + 5_000));
        take(pass(camera, 0, MALLORY, from + 60_000, from + 65_000));
        idsByPlace.put(camera + days, idsOfVisits());
      }
    }
    assertThat(idsByPlace.values().stream().flatMap(List::stream))
        .hasSize(12)
        .doesNotHaveDuplicates();
    told.clear();
    state = null;
    day.clear();
    take(pass(MALLORY, NOON, NOON + 5_000));
    assertThat(idsOfVisits())
        .as("another face, the same id: it follows from where and when alone")
        .containsExactly(idsByPlace.get("lobby0").get(0));
  }

  @Test
  void shouldRememberABoundedNumberOfStrangersAndSayWhenThereAreMore() {
    for (int person = 0; person < UnknownPeople.MOST + 2; person++) {
      take(passBriefly(personOf(1_000 + person), NOON + person * 10_000L));
    }
    assertThat(day.strangers).hasSize(UnknownPeople.MOST);
    assertThat(notTold).isEqualTo(2);
    assertThat(filledUp).as("said once").isOne();
    take(passBriefly(personOf(1_000), NOON + 30_000_000));
    assertThat(idsOfVisits())
        .as("who is remembered is known again")
        .endsWith(told.get(0).person().personId());
  }

  @Test
  void shouldPutALateFrameIntoTheVisitOfItsTime() {
    List<FollowedFrame> frames = pass(EVE, NOON, NOON + 8_000);
    FollowedFrame late = frames.get(14);
    take(frames.subList(0, 14));
    take(frames.subList(15, 17));
    take(frame(NOON + 12_000));
    take(late);
    take(frame(NOON + 30_000));
    assertThat(idsOfVisits()).hasSize(1);
    assertThat(last().frames()).isEqualTo(17);
    assertThat(last().lastSeen().toEpochMilli()).isEqualTo(NOON + 8_000);
  }

  @Test
  void shouldBeginAnewWhenTheClockWasSetBackButStayInTheDay() {
    take(pass(EVE, NOON, NOON + 5_000));
    take(pass(EVE, NOON - 600_000, NOON - 590_000));
    assertThat(kinds()).startsWith(SightingKind.OPEN, SightingKind.CLOSE, SightingKind.OPEN);
    assertThat(idsOfVisits()).hasSize(2).containsOnly(told.get(0).person().personId());
  }

  @Test
  void shouldNotCompareEmbeddingsOfTwoEmbedders() {
    take(pass(EVE, NOON, NOON + 5_000));
    FollowedFrame next = frame(NOON + 5_500);
    take(
        new FollowedFrame(
            next.frameId(),
            next.cameraId(),
            next.frame(),
            new Models("accurate", "d", "e2"),
            List.of()));
    assertThat(day.strangers).isEmpty();
  }

  @Test
  void shouldKeepNothingOfPassersByOnceTheyAreLost() {
    take(pass(EVE, NOON, NOON + 1_000));
    take(frame(NOON + 31_000));
    assertThat(state).isNotNull();
    take(frame(NOON + 31_001));
    assertThat(state).isNull();
    assertThat(told).isEmpty();
  }

  private static List<FollowedFrame> passBriefly(float[] person, long from) {
    List<FollowedFrame> all = pass(person, from, from + 3_000);
    return List.of(all.get(0), all.get(1), all.get(2), all.get(6));
  }

  /** A direction between two. */
  private static float[] between(float[] one, float[] other, double part) {
    float[] vector = new float[one.length];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) ((1 - part) * one[i] + part * other[i]);
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private void take(FollowedFrame frame) {
    take(List.of(frame));
  }

  private void take(List<FollowedFrame> frames) {
    for (FollowedFrame frame : frames) {
      UnknownPeople people = new UnknownPeople(settings, SAME, state, day);
      people
          .take(frame)
          .forEach(
              step -> told.add(step.visit().sighting(step.kind(), frame.cameraId()).ofUnknown()));
      state = people.state(0);
      notTold += people.notTold();
      filledUp += people.filledUp() ? 1 : 0;
      assertThat(state == null ? 0 : state.strangers()).isEqualTo(day.strangers.size());
    }
  }

  private List<SightingKind> kinds() {
    return told.stream().map(Sighting::kind).toList();
  }

  private Sighting last() {
    return told.get(told.size() - 1);
  }

  /** Of each visit, in the order in which they opened, whose it is. */
  private List<String> idsOfVisits() {
    return told.stream()
        .filter(step -> step.kind() == SightingKind.OPEN)
        .map(step -> step.person().personId())
        .toList();
  }

  private static final class Remembered implements StrangersOfDay {
    private final Map<String, Stranger> strangers = new TreeMap<>();

    @Override
    public Stranger get(String unknownId) {
      return strangers.get(unknownId);
    }

    @Override
    public void put(String unknownId, Stranger stranger) {
      strangers.put(unknownId, stranger);
    }

    @Override
    public void remove(String unknownId) {
      strangers.remove(unknownId);
    }

    @Override
    public void clear() {
      strangers.clear();
    }

    @Override
    public Iterable<Map.Entry<String, Stranger>> all() {
      return strangers.entrySet();
    }
  }
}
