package io.facestream.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.console.testing.Answer;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a real console of a real job. */
@Timeout(180)
class FacestreamITCase {
  @RegisterExtension static final TestJob JOB = new TestJob();

  private static TestConsole console;
  private static Facestream desk;

  @BeforeAll
  static void start() throws Exception {
    console = new TestConsole(TestDatabase.H2, JOB.desk());
    desk = withKey("\"recognise\",\"enrol\",\"read\"");
    await(() -> console.stranger().get("/health").status() == 200);
    await(() -> desk.people("", null).count() > 2);
  }

  private static Facestream withKey(String rights) {
    Answer made =
        console.admin().post("/api/v1/keys", "{\"name\":\"sdk\",\"rights\":[" + rights + "]}");
    return Facestream.at(console.address(), made.text("secret"));
  }

  @AfterAll
  static void end() {
    console.close();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(50);
    }
  }

  @Test
  void shouldEnrolAStrangerRecallAndErase() throws Exception {
    Recognition stranger = desk.recognize(JOB.pictureOfAStranger());
    assertThat(stranger.isMatch()).isFalse();
    assertThat(stranger.outcome()).isEqualTo("unknown");
    Person ada =
        desk.enrol(
            new NewPerson(
                null,
                "Ada Lovelace",
                List.of("guests"),
                Map.of("room", "12"),
                null,
                null,
                stranger.token()));
    assertThat(ada.photos()).hasSize(1);
    await(() -> desk.recognize(JOB.pictureOfAStranger()).isMatch());
    Recognition known = desk.recognize(JOB.pictureOfAStranger(), List.of("guests"));
    assertThat(known.person().name()).isEqualTo("Ada Lovelace");
    assertThat(known.person().details()).containsEntry("room", "12");
    assertThat(known.person().visits().count()).isZero();
    assertThat(desk.find(ada.personId()).watchlists()).containsExactly("guests");
    assertThat(desk.people("lovelace", "guests"))
        .extracting(Person::personId)
        .containsExactly(ada.personId());

    Erasure receipt = desk.erase(ada.personId());
    assertThat(receipt.places()).extracting(Erasure.Place::place).contains("gallery", "job");
    assertThat(desk.erasure(receipt.erasureId()).personId()).isEqualTo(ada.personId());
    assertThatThrownBy(() -> desk.find(ada.personId()))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("not-found"));
  }

  @Test
  void shouldTellWhatIsInAPictureAtOnceAndPieceByPiece() {
    PictureAnalysis whole = desk.analyze(JOB.pictureOf(0), List.of());
    assertThat(whole.faces()).hasSize(1);
    assertThat(whole.faces().get(0).match().name()).isEqualTo(JOB.name(0));

    List<String> told = new ArrayList<>();
    desk.analyze(
        JOB.pictureOf(0),
        List.of(),
        new AnalysisListener() {
          @Override
          public void faces(List<AnalysedFace> faces) {
            told.add("faces " + faces.size());
          }

          @Override
          public void matches(List<AnalysedFace> faces) {
            told.add("match " + faces.get(0).match().name());
          }
        });
    assertThat(told).containsExactly("faces 1", "match " + JOB.name(0));
  }

  @Test
  void shouldTellWhatWasRefusedAndWhy() {
    assertThatThrownBy(() -> desk.recognize(new byte[] {1, 2, 3}))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.status()).isEqualTo(422);
              assertThat(e.code()).isEqualTo("no-picture");
              assertThat(e.cure()).isEqualTo("Send a JPEG, PNG or WebP file");
            });
    assertThatThrownBy(() -> withKey("\"read\"").recognize(JOB.pictureOf(0)))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("missing-right"));
    assertThatThrownBy(
            () -> Facestream.at(URI.create("http://127.0.0.1:1"), "fs_x").people("", null).count())
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("no-connection"));
  }

  @Test
  void shouldPassOverAllPages() {
    List<String> ids = desk.people("", null).map(Person::personId).toList();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    assertThat(desk.attendance(LocalDate.of(2026, 1, 1), ZoneOffset.UTC, null)).isEmpty();
  }
}
