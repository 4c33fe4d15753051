package io.facestream.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {
  private static final int ADA = 1;
  private static final int BEN = 2;

  private final Camera camera = new Camera();

  @Test
  void shouldNameATrackAfterItsFirstFrameAndTheFaceInIt() {
    List<TrackedFace> first = camera.shows(ADA, 0.3, 0.5).shows(BEN, 0.7, 0.5).at(1_000);
    assertThat(first).extracting(TrackedFace::track).containsExactly("door@0-0#0", "door@0-0#1");
    assertThat(first).allMatch(TrackedFace::opened);
    List<TrackedFace> next = camera.shows(BEN, 0.71, 0.5).shows(ADA, 0.3, 0.51).at(1_040);
    assertThat(next).extracting(TrackedFace::track).containsExactly("door@0-0#1", "door@0-0#0");
    assertThat(next).noneMatch(TrackedFace::opened);
  }

  @Test
  void shouldFollowAWalkerAtAnUnevenFrameRate() {
    for (long millis : new long[] {0, 40, 80, 120, 160, 400, 440, 900, 940}) {
      // Four faces a second; the last gaps are longer than a face.
      double x = 0.1 + 0.4 * millis / 1e3;
      assertThat(camera.shows(ADA, x, 0.5).at(5_000 + millis))
          .extracting(TrackedFace::track)
          .containsExactly("door@0-0#0");
    }
  }

  @Test
  void shouldNotTakeAFaceInTheSamePlaceForTheSameWhenItLooksOtherwise() {
    camera.shows(ADA, 0.5, 0.5).at(1_000);
    List<TrackedFace> next = camera.shows(BEN, 0.5, 0.5).at(1_040);
    assertThat(next).containsExactly(new TrackedFace("door@0-1#0", true, true));
    assertThat(camera.tracks().tracks()).extracting(Track::id).containsExactly("door@0-1#0");
  }

  @Test
  void shouldTakeNobodyForTheSameAfterACut() {
    camera.shows(ADA, 0.5, 0.5).at(1_000);
    assertThat(camera.cuts().shows(ADA, 0.5, 0.5).at(1_040))
        .containsExactly(new TrackedFace("door@0-1#0", true, true));
  }

  @Test
  void shouldTellTwoWhoCrossByTheirLooks() {
    for (int i = 0; i <= 20; i++) {
      double way = i / 20.0;
      List<TrackedFace> faces =
          camera
              .shows(ADA, 0.3 + 0.4 * way, 0.5)
              .shows(BEN, 0.7 - 0.4 * way, 0.52)
              .at(1_000 + 100 * i);
      assertThat(faces).extracting(TrackedFace::track).containsExactly("door@0-0#0", "door@0-0#1");
    }
  }

  @Test
  void shouldEmbedThoseWhoMightBeConfusedUntilTheyAreApart() {
    for (int i = 0; i < 10; i++) {
      camera.shows(ADA, 0.3, 0.5).shows(ADA, 0.7, 0.5).at(1_000 + 40 * i);
    }
    assertThat(camera.shows(ADA, 0.3, 0.5).shows(ADA, 0.7, 0.5).at(1_400))
        .noneMatch(TrackedFace::embed);
    for (int i = 0; i < 3; i++) {
      camera.shows(ADA, 0.3 + 0.05 * i, 0.5).shows(ADA, 0.7 - 0.05 * i, 0.5).at(1_440 + 40 * i);
    }
    assertThat(camera.shows(ADA, 0.48, 0.5).shows(ADA, 0.52, 0.5).at(1_600))
        .as("alike and a step from each other")
        .allMatch(TrackedFace::embed);
  }

  @Test
  void shouldGoOnWithAFaceThatIsNotUsableAndNeverEmbedIt() {
    camera.shows(ADA, 0.5, 0.5).at(1_000);
    assertThat(camera.showsBadly(0.51, 0.5).at(1_040))
        .containsExactly(new TrackedFace("door@0-0#0", false, false));
    assertThat(camera.showsBadly(0.9, 0.2).at(1_080))
        .as("nor begin with one")
        .containsExactly(TrackedFace.OF_NO_TRACK);
    assertThat(camera.shows(ADA, 0.51, 0.5).at(1_120).get(0).track()).isEqualTo("door@0-0#0");
  }

  @Test
  void shouldPreferAUsableFaceToOneThatIsNot() {
    camera.shows(ADA, 0.5, 0.5).at(1_000);
    assertThat(camera.showsBadly(0.5, 0.5).shows(ADA, 0.52, 0.5).at(1_040))
        .extracting(TrackedFace::track)
        .containsExactly(null, "door@0-0#0");
  }

  @Test
  void shouldFindAFaceAgainForAWhileAndThenBeginAnew() {
    camera.shows(ADA, 0.5, 0.5).at(1_000);
    camera.at(2_000);
    List<TrackedFace> found = camera.shows(ADA, 0.5, 0.5).at(1_000 + Track.LOST_AFTER_MILLIS);
    assertThat(found.get(0).track()).isEqualTo("door@0-0#0");
    assertThat(found.get(0).embed()).as("it was gone for long").isTrue();
    camera.at(6_000);
    assertThat(camera.tracks().isEmpty()).isFalse();
    assertThat(camera.shows(ADA, 0.5, 0.5).at(4_001 + Track.LOST_AFTER_MILLIS).get(0).opened())
        .isTrue();
  }

  @Test
  void shouldRememberNothingOnceAllAreGone() {
    camera.shows(ADA, 0.5, 0.5).at(1_000);
    camera.at(1_001 + Track.LOST_AFTER_MILLIS);
    assertThat(camera.tracks()).isEqualTo(CameraTracks.NONE);
  }

  @Test
  void shouldEmbedWhoStaysInViewOnceSomebodyWhoWasNearHasGoneOrIsApart() {
    for (int i = 0; i < 5; i++) {
      camera.shows(ADA, 0.5, 0.5).shows(BEN, 0.3, 0.52).at(1_000 + 40 * i);
    }
    List<Long> embedded = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double x = 0.3 + 0.02 * i;
      camera.shows(ADA, 0.5, 0.5);
      boolean hidden = Math.abs(x - 0.5) < Camera.SIDE / 2;
      if (camera.and(!hidden, BEN, x, 0.52).at(1_200 + 40 * i).get(0).embed()) {
        embedded.add(1_200L + 40 * i);
      }
    }
    assertThat(embedded)
        .as("three first views once they are apart")
        .filteredOn(millis -> millis > 1_800)
        .containsExactly(1_840L, 1_880L, 1_920L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.59, 0.6})
  void shouldNotEmbedTwoWhoStandNearToEachOtherMoreThanOthers(double x) {
    int embedded = 0;
    for (int i = 0; i < 50; i++) {
      double trembling = x + (i % 2 == 0 ? 0.003 : -0.003);
      List<TrackedFace> faces =
          camera.shows(ADA, 0.5, 0.5).shows(BEN, trembling, 0.5).at(1_000 + 40 * i);
      embedded += (int) faces.stream().filter(TrackedFace::embed).count();
    }
    assertThat(embedded).isEqualTo(2 * 5);
  }

  @Test
  void shouldEmbedTheFirstViewsAndThenAtDoublingIntervals() {
    List<Long> embedded = new ArrayList<>();
    for (long millis = 0; millis <= 20_000; millis += 200) {
      if (camera.shows(ADA, 0.5, 0.5).at(millis).get(0).embed()) {
        embedded.add(millis);
      }
    }
    assertThat(embedded)
        .containsExactly(0L, 200L, 400L, 1_000L, 2_000L, 4_000L, 8_000L, 12_000L, 16_000L, 20_000L);
  }

  @Test
  void shouldCountViewsWhereTimeHardlyPasses() {
    List<Integer> embedded = new ArrayList<>();
    for (int view = 0; view < 100; view++) {
      if (camera.shows(ADA, 0.5, 0.5).at(1_000 + view).get(0).embed()) {
        embedded.add(view);
      }
    }
    assertThat(embedded).containsExactly(0, 1, 2, 15, 41, 92);
  }

  @Test
  void shouldEmbedAViewThatIsClearlyBetterThanAllBefore() {
    for (int i = 0; i < 5; i++) {
      camera.shows(ADA, 0.5, 0.5, 0.4).at(1_000 + 40 * i);
    }
    assertThat(camera.shows(ADA, 0.5, 0.5, 0.48).at(1_200).get(0).embed()).isFalse();
    assertThat(camera.shows(ADA, 0.5, 0.5, 0.51).at(1_240).get(0).embed()).isTrue();
    assertThat(camera.shows(ADA, 0.5, 0.5, 0.6).at(1_280).get(0).embed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -500, -3_000})
  void shouldTakeALittleJitterOfTheClockForTheSameInstant(long back) {
    camera.shows(ADA, 0.5, 0.5).at(10_000);
    camera.shows(ADA, 0.52, 0.5).at(10_040);
    List<TrackedFace> next = camera.shows(ADA, 0.53, 0.5).at(10_040 + back);
    assertThat(next.get(0).track()).isEqualTo("door@0-0#0");
    assertThat(camera.tracks().lastFrameMillis()).isEqualTo(10_040);
    assertThat(camera.shows(ADA, 0.54, 0.5).at(10_080).get(0).track()).isEqualTo("door@0-0#0");
  }

  @Test
  void shouldBeginAnewWhenTheClockWasSetBack() {
    camera.shows(ADA, 0.5, 0.5).at(3_600_000);
    assertThat(camera.shows(ADA, 0.5, 0.5).at(1_000).get(0).opened()).isTrue();
    assertThat(camera.tracks().lastFrameMillis()).isEqualTo(1_000);
    assertThat(camera.shows(ADA, 0.5, 0.5).at(1_040).get(0).track()).isEqualTo("door@0-1#0");
  }

  @Test
  void shouldRememberNoMoreTracksThanItMayAndForgetTheLongestLostFirst() {
    for (int row = 0; row < 20; row++) {
      for (int column = 0; column < 8; column++) {
        camera.shows(8 * row + column, 0.06 + 0.12 * column, 0.3 * row);
      }
      camera.at(1_000 + row);
    }
    assertThat(camera.tracks().tracks())
        .hasSize(CameraTracks.MOST_TRACKS)
        .extracting(Track::id)
        .startsWith("door@0-4#0")
        .endsWith("door@0-19#7");
  }
}
