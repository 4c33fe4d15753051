package io.facestream.job.back;

import static io.facestream.job.back.BackHarness.RETENTION;
import static io.facestream.job.back.BackHarness.template;
import static io.facestream.job.back.SeenFace.alone;
import static io.facestream.job.back.SeenFace.ofTrack;
import static io.facestream.job.testing.Fixtures.hit;
import static io.facestream.job.testing.Fixtures.towards;
import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.decision.SearchScope;
import io.facestream.job.gallery.Template;
import io.facestream.job.unmatched.UnmatchedFace;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchBackTest {
  private static final String TRACK = "lobby@0-0#0";
  private static final float[] ADA = towards(0, 0);
  private static final float[] LIKE_ADA = towards(0, 0.3);
  private static final float[] HARDLY_ADA = towards(0, 1.2);
  private static final float[] EVE = towards(2, 0);

  private final List<BackHarness> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (BackHarness harness : open) {
      harness.close();
    }
  }

  @Test
  void shouldFindWhoWasSeenBeforeTheyWereEnrolled() throws Exception {
    BackHarness slice = slice();
    slice.keep(alone("lobby", 1, LIKE_ADA));
    slice.keep(alone("lobby", 2, EVE));
    slice.keep(alone("lobby", 3, HARDLY_ADA));
    slice.enrol("e1", template("ada/1", ADA));
    assertThat(slice.answers()).hasSize(1);
    assertThat(slice.lastFrames()).containsExactly(1L);
    EarlierView view = slice.lastAnswer().views().get(0);
    assertThat(view.match().personId()).isEqualTo("ada");
    assertThat(view.match().name()).isEqualTo("Name of ada");
    assertThat(view.match().templateId()).isEqualTo("ada/1");
    assertThat(view.match().similarity()).isCloseTo(Math.cos(0.3), within(1e-4));
    assertThat(view.frameId()).isEqualTo("lobby@0-1");
  }

  @Test
  void shouldFindMoreThanASearchReturnsAtOnce() throws Exception {
    BackHarness slice = slice();
    for (int i = 0; i < 400; i++) {
      slice.keep(alone("lobby", i, towards(0, i / 1_000.0)));
    }
    slice.enrol("e1", template("ada/1", ADA));
    assertThat(slice.lastFrames()).hasSize(400);
  }

  @Test
  void shouldJudgeATrackAsAWhole() throws Exception {
    BackHarness slice = slice();
    slice.take(
        policy(0, "default", "{\"threshold\": 0.6, \"confirm\": {\"views\": 2, \"of\": 3}}"));
    slice.keep(ofTrack(TRACK, 1, LIKE_ADA));
    slice.keep(ofTrack(TRACK, 2, null));
    slice.keep(ofTrack(TRACK, 3, LIKE_ADA));
    slice.keep(ofTrack(TRACK, 4, null));
    slice.keep(ofTrack(TRACK, 5, HARDLY_ADA));
    slice.enrol("e1", template("ada/1", ADA));
    assertThat(slice.lastFrames()).as("confirmed with the second view").containsExactly(3L, 4L, 5L);
    assertThat(slice.lastAnswer().views())
        .filteredOn(view -> view.frame().offset() == 4)
        .extracting(EarlierView::carriedFrom)
        .containsExactly("lobby@0-1");
  }

  @Test
  void shouldTakeTheBestOfThePhotosOfAnEnrolment() throws Exception {
    BackHarness slice = slice();
    slice.keep(alone("lobby", 1, LIKE_ADA));
    slice.enrol(
        "e1",
        template("ada/1", HARDLY_ADA),
        template("ada/2", towards(0, 0.2)),
        template("ada/3", EVE));
    assertThat(slice.lastAnswer().views())
        .extracting(view -> view.match().templateId())
        .containsExactly("ada/2");
  }

  @Test
  void shouldNotNameWhoseFaceResemblesSomebodyElseAsMuch() throws Exception {
    BackHarness slice = slice();
    slice.take(policy(0, "default", "{\"threshold\": 0.6, \"margin\": 0.2}"));
    slice.keep(alone("lobby", 1, LIKE_ADA, hit("ben/1", 0.9), hit("dan/1", 0.85)));
    slice.keep(alone("lobby", 2, LIKE_ADA, hit("ben/1", 0.5)));
    slice.enrol("e1", template("ada/1", ADA));
    assertThat(slice.lastFrames()).containsExactly(2L);
  }

  @Test
  void shouldKeepToTheTimesAtWhichATemplateIsValid() throws Exception {
    BackHarness slice = slice();
    slice.keep(alone("lobby", 1, ADA));
    slice.keep(alone("lobby", 2, ADA));
    Template sinceTheSecond = Template.of("ada", "Ada", List.of(), null).valid(1_002L, null);
    slice.enrol("e1", new EnrolledTemplate("ada/1", sinceTheSecond, ADA));
    assertThat(slice.lastFrames()).containsExactly(2L);
  }

  @Test
  void shouldLookForThePeopleOfAWatchlistAtItsCamerasAlone() throws Exception {
    BackHarness slice = slice();
    slice.take(policy(0, "watchlist/staff", "{\"cameras\": [\"gate\"]}"));
    slice.keep(alone("lobby", 1, ADA));
    slice.keep(alone("gate", 2, ADA));
    Template ofStaff = Template.of("ada", "Ada", List.of("staff"), null);
    slice.enrol("e1", new EnrolledTemplate("ada/1", ofStaff, ADA), template("ada/2", LIKE_ADA));
    assertThat(slice.lastAnswer().views())
        .extracting(view -> view.cameraId() + " " + view.match().templateId())
        .containsExactlyInAnyOrder("lobby ada/2", "gate ada/1");
  }

  @Test
  void shouldFindNobodyWhoMustNotBeRecorded() throws Exception {
    BackHarness slice = slice();
    slice.take(policy(0, "person/ada", "{\"record\": \"none\"}"));
    slice.keep(alone("lobby", 1, ADA));
    slice.enrol("e1", template("ada/1", ADA));
    assertThat(slice.lastFrames()).isEmpty();
  }

  @Test
  void shouldForgetAFaceWhenItsTimeIsOver() throws Exception {
    BackHarness slice = add(BackHarness.onHeap());
    slice.keep(alone("lobby", 1, ADA));
    slice.letTimePass(1_000);
    slice.keep(alone("lobby", 2, ADA));
    assertThat(slice.left()).isPositive();
    slice.enrol("e1", template("ada/1", ADA));
    assertThat(slice.lastFrames()).containsExactly(1L, 2L);
    slice.letTimePass(RETENTION.toMillis() - 1_000);
    slice.enrol("e2", template("ada/2", ADA));
    assertThat(slice.lastFrames()).containsExactly(2L);
    slice.letTimePass(1_000);
    assertThat(slice.left()).as("neither state nor timer").isZero();
    slice.enrol("e3", template("ada/3", ADA));
    assertThat(slice.lastFrames()).isEmpty();
  }

  @Test
  void shouldForgetWhatExpiredWhileTheJobWasDown() throws Exception {
    BackHarness first = slice();
    first.keep(alone("lobby", 1, ADA));
    first.letTimePass(1_000);
    first.keep(alone("lobby", 2, ADA));
    BackHarness restored = add(BackHarness.restored(RETENTION.toMillis() + 999, first.snapshot()));
    restored.enrol("e1", template("ada/1", ADA));
    assertThat(restored.lastFrames()).containsExactly(2L);
    restored.letTimePass(1);
    restored.enrol("e2", template("ada/2", ADA));
    assertThat(restored.lastFrames()).isEmpty();
  }

  @Test
  void shouldLetTheOldestLeaveWhenThereAreTooMany() throws Exception {
    BackHarness slice = add(BackHarness.keeping(2));
    for (int i = 1; i <= 3; i++) {
      slice.keep(alone("lobby", i, ADA));
    }
    slice.enrol("e1", template("ada/1", ADA));
    assertThat(slice.lastFrames()).containsExactly(2L, 3L);
  }

  @Test
  void shouldEraseWhatATemplateHadFound() throws Exception {
    BackHarness first = slice();
    first.keep(ofTrack(TRACK, 1, LIKE_ADA));
    first.keep(ofTrack(TRACK, 2, null));
    first.keep(alone("lobby", 3, EVE));
    first.enrol("e1", template("ada/1", ADA));
    first.keep(ofTrack(TRACK, 4, null));
    for (BackHarness slice : List.of(first, add(BackHarness.restored(0, first.snapshot())))) {
      slice.erase("ada/1");
      assertThat(slice.lastAnswer().revoked()).isTrue();
      slice.enrol("e2", template("ada/2", ADA), template("ada/3", EVE));
      assertThat(slice.lastFrames()).as("only who is somebody else").containsExactly(3L);
    }
  }

  @Test
  void shouldEraseForGood() throws Exception {
    BackHarness first = slice();
    first.keep(ofTrack(TRACK, 1, LIKE_ADA));
    first.enrol("e1", template("ada/1", ADA));
    first.erase("ada/1");
    BackHarness restored = add(BackHarness.restored(0, first.snapshot()));
    restored.enrol("e2", template("ada/2", ADA));
    assertThat(restored.lastFrames()).isEmpty();
  }

  @Test
  void shouldEraseWhatATemplateWouldHaveFoundThatIsErasedAtOnce() throws Exception {
    BackHarness slice = slice();
    slice.keep(alone("lobby", 1, ADA));
    slice.letTimePass(10);
    slice.enrolAndErase("e1", template("ada/1", ADA));
    slice.letTimePass(10);
    assertThat(slice.answers()).allMatch(EarlierViews::revoked);
    slice.enrol("e2", template("ada/2", ADA));
    assertThat(slice.lastFrames()).isEmpty();
  }

  @Test
  void shouldAnswerAnewWhenAFaceComesThatWasUnderWay() throws Exception {
    BackHarness slice = slice();
    slice.keep(ofTrack(TRACK, 1, LIKE_ADA));
    slice.enrol("e1", template("ada/1", ADA));
    slice.keep(ofTrack(TRACK, 2, null));
    slice.keep(alone("lobby", 3, ADA));
    slice.keep(alone("lobby", 4, EVE));
    assertThat(slice.answers()).as("others may follow").hasSize(1);
    slice.letTimePass(SearchBack.AGAIN_MILLIS);
    assertThat(slice.answers()).hasSize(2);
    assertThat(slice.lastFrames()).containsExactly(1L, 2L, 3L);
    slice.keep(alone("lobby", 5, EVE));
    slice.letTimePass(RecentEnrolments.REMEMBERED_MILLIS);
    slice.keep(alone("lobby", 6, EVE));
    slice.letTimePass(SearchBack.AGAIN_MILLIS);
    assertThat(slice.answers()).as("nobody else's face changes it").hasSize(2);
  }

  @Test
  void shouldCountTheEnrolledTemplatesOnce() {
    Enrolment enrolment = new Enrolment("e1", "ada", List.of(template("ada/1", ADA)));
    UnmatchedFace before = alone("lobby", 1, LIKE_ADA);
    UnmatchedFace after = alone("lobby", 2, LIKE_ADA, hit("ada/1", Math.cos(0.3)));
    assertThat(templatesFor(enrolment, before)).isEqualTo(SeenFace.TEMPLATES + 1);
    assertThat(templatesFor(enrolment, after)).as("searched with it").isEqualTo(SeenFace.TEMPLATES);
  }

  private static long templatesFor(Enrolment enrolment, UnmatchedFace face) {
    return JudgeAgain.templatesFor(
        enrolment, Similarity.best(enrolment, face, SearchScope.ALL), face, SearchScope.ALL);
  }

  @Test
  void shouldAnswerAnewByAllSlicesOfAnotherNumber() throws Exception {
    BackHarness former = slice();
    List<UnmatchedFace> faces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      faces.add(alone("lobby", i, LIKE_ADA));
    }
    for (UnmatchedFace face : faces) {
      former.keep(face);
    }
    former.enrol("e1", template("ada/1", ADA));
    List<OperatorSubtaskState> state = List.of(former.snapshot());
    List<Long> found = new ArrayList<>();
    for (int subtask = 0; subtask < 3; subtask++) {
      BackHarness slice = add(BackHarness.slice(subtask, 3, state));
      slice.letTimePass(1);
      assertThat(slice.answers()).hasSize(1);
      assertThat(slice.lastAnswer().enrolmentId()).isEqualTo("e1");
      assertThat(slice.lastAnswer().slices()).isEqualTo(3);
      assertThat(slice.lastFrames())
          .containsExactlyElementsOf(
              faces.stream().filter(slice::owns).map(face -> face.frame().offset()).toList());
      found.addAll(slice.lastFrames());
    }
    assertThat(found).hasSize(40);
  }

  @Test
  void shouldSearchForNoPhotoThatAnotherHasTakenThePlaceOf() throws Exception {
    BackHarness slice = slice();
    slice.enrol("e1", template("ada/1", EVE));
    slice.enrol("e2", template("ada/1", ADA));
    slice.keep(alone("lobby", 1, EVE));
    slice.letTimePass(SearchBack.AGAIN_MILLIS);
    assertThat(slice.answers()).allMatch(answer -> answer.views().isEmpty());
  }

  @Test
  void shouldKeepNothingWhenSwitchedOff() throws Exception {
    BackHarness off = add(BackHarness.off(null));
    off.keep(alone("lobby", 1, ADA));
    off.enrol("e1", template("ada/1", ADA));
    assertThat(off.answers()).isEmpty();
    BackHarness on = add(BackHarness.restored(0, off.snapshot()));
    on.enrol("e2", template("ada/2", ADA));
    assertThat(on.lastFrames()).isEmpty();
  }

  @Test
  void shouldDropWhatAFormerRunHasLeftWhenSwitchedOff() throws Exception {
    BackHarness former = slice();
    former.keep(alone("lobby", 1, ADA));
    former.enrol("e1", template("ada/1", ADA));
    BackHarness off = add(BackHarness.off(former.snapshot()));
    off.letTimePass(1);
    assertThat(off.answers()).isEmpty();
    BackHarness on = add(BackHarness.restored(0, off.snapshot()));
    on.letTimePass(1);
    assertThat(on.answers()).as("nobody is remembered").isEmpty();
    on.enrol("e2", template("ada/2", ADA));
    assertThat(on.lastFrames()).isEmpty();
  }

  private BackHarness slice() throws Exception {
    return add(BackHarness.keeping(1_000));
  }

  private BackHarness add(BackHarness harness) {
    open.add(harness);
    return harness;
  }
}
