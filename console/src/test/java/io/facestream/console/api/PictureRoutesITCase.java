package io.facestream.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class PictureRoutesITCase {
  private static final String RECOGNIZE = "/api/v1/recognize";
  private static final String ANALYZE = "/api/v1/analyze";

  @RegisterExtension static final TestJob JOB = new TestJob();

  private TestConsole console;
  private Browser desk;

  @BeforeEach
  void start() throws Exception {
    console = new TestConsole(TestDatabase.H2, JOB.desk());
    desk = console.withKey("\"rights\":[\"recognise\",\"enrol\"]");
    while (console.stranger().get("/health").status() != 200) {
      Thread.sleep(50);
    }
  }

  @AfterEach
  void end() {
    console.close();
  }

  @Test
  void shouldSayWhoStandsThere() {
    Answer answer = desk.postPicture(RECOGNIZE, JOB.pictureOf(0));
    assertThat(answer.text("outcome")).as(answer.body()).isEqualTo("match");
    assertThat(answer.json().at("/person/name").asText()).isEqualTo(JOB.name(0));
    assertThat(answer.json().at("/person/watchlists/0").asText()).isEqualTo("guests");
    assertThat(answer.json().path("similarity").asDouble())
        .isGreaterThan(answer.json().path("threshold").asDouble());
    assertThat(answer.json().has("token")).isFalse();
    JsonNode entry = console.admin().get("/api/v1/audit?limit=2").json().at("/items/1");
    assertThat(entry.path("action").asText()).isEqualTo("search.picture");
    assertThat(entry.path("subject").asText()).isEqualTo(answer.text("request"));
    assertThat(entry.path("details").toString())
        .isEqualTo("{\"faces\":1,\"recognised\":1,\"watchlists\":\"all\"}");
  }

  @Test
  void shouldGiveATokenForAStranger() {
    Answer answer = desk.postPicture(RECOGNIZE, JOB.pictureOfAStranger());
    assertThat(answer.text("outcome")).isEqualTo("unknown");
    assertThat(answer.text("token")).startsWith("face_");
    Browser noEnrolment = console.withKey("\"rights\":[\"recognise\"]");
    assertThat(noEnrolment.postPicture(RECOGNIZE, JOB.pictureOfAStranger()).json().has("token"))
        .isFalse();
  }

  /** What a key is told of people outside its scope: nothing that tells them from strangers. */
  @Test
  void shouldKnowOfNobodyOutsideTheScopeOfAKey() {
    Browser staff = console.withKey("\"rights\":[\"recognise\"],\"watchlists\":[\"staff\"]");
    assertThat(staff.postPicture(RECOGNIZE, JOB.pictureOf(1)).text("outcome")).isEqualTo("match");

    Answer guest = staff.postPicture(RECOGNIZE, JOB.pictureOf(0));
    assertThat(guest.text("outcome")).isEqualTo("unknown");
    assertThat(guest.body()).doesNotContain(JOB.name(0), "guests");
    Answer all = staff.postPicture(ANALYZE + "?candidates=20", JOB.pictureOf(0));
    assertThat(all.body()).doesNotContain(JOB.name(0), JOB.name(2), "guests");

    Browser nobody = console.withKey("\"rights\":[\"recognise\"],\"watchlists\":[\"no such\"]");
    assertThat(nobody.postPicture(RECOGNIZE, JOB.pictureOf(0)).text("outcome"))
        .isEqualTo("unknown");
    Answer refused = staff.postPicture(RECOGNIZE + "?watchlists=guests", JOB.pictureOf(0));
    assertThat(refused.code()).isEqualTo("unknown-watchlist");
    assertThat(refused.body())
        .isEqualTo(staff.postPicture(RECOGNIZE + "?watchlists=made-up", JOB.pictureOf(0)).body());
  }

  @Test
  void shouldSearchTheWatchlistsThatAreAskedForOnly() {
    assertThat(desk.postPicture(RECOGNIZE + "?watchlists=staff", JOB.pictureOf(0)).text("outcome"))
        .isEqualTo("unknown");
    assertThat(
            desk.postPicture(RECOGNIZE + "?watchlists=staff,guests", JOB.pictureOf(0))
                .text("outcome"))
        .isEqualTo("match");
  }

  @Test
  void shouldTellAllFacesOfAPictureAsEvents() {
    desk.with("Accept", "text/event-stream");
    List<String> events =
        desk.postPicture(ANALYZE, JOB.pictureOf(0))
            .body()
            .lines()
            .filter(line -> line.startsWith("event: "))
            .toList();
    assertThat(events)
        .containsExactly("event: accepted", "event: faces", "event: matches", "event: done");
    desk.with("Accept", null);
    Answer whole = desk.postPicture(ANALYZE, JOB.pictureOf(0));
    assertThat(whole.json().at("/faces/0/match/name").asText()).isEqualTo(JOB.name(0));
    assertThat(whole.json().at("/faces/0/candidates")).hasSizeLessThanOrEqualTo(5).isNotEmpty();
  }

  /** The job runs none here, and says so of each picture. */
  @Test
  void shouldTellWhatAnalysersSayAndWhyTheyDoNot() {
    String path = ANALYZE + "?analysers=emotion";
    Answer whole = desk.postPicture(path, JOB.pictureOf(0));
    assertThat(whole.json().at("/faces/0/analyses/0/analyser").asText())
        .as(whole.body())
        .isEqualTo("emotion");
    assertThat(whole.json().at("/faces/0/analyses/0/failure").asText()).isNotEmpty();
    desk.with("Accept", "text/event-stream");
    assertThat(desk.postPicture(path, JOB.pictureOf(0)).body())
        .containsSubsequence("event: accepted", "event: done")
        .contains("event: analysis\ndata: {\"analyser\":\"emotion\"");
    desk.with("Accept", null);
    assertThat(desk.postPicture(ANALYZE + "?analysers=" + "x,".repeat(40), JOB.pictureOf(0)).code())
        .isEqualTo("invalid");
    JsonNode entry = console.admin().get("/api/v1/audit?limit=2").json().at("/items/1");
    assertThat(entry.path("details").path("analysers").toString()).isEqualTo("[\"emotion\"]");
  }

  @Test
  void shouldRefuseWhatIsNoPicture() {
    assertThat(desk.postPicture(RECOGNIZE, "<svg/>".getBytes(UTF_8)).code())
        .isEqualTo("no-picture");
    byte[] cut = Arrays.copyOf(JOB.pictureOf(0), 300);
    Answer refused = desk.postPicture(RECOGNIZE, cut);
    assertThat(refused.code()).isEqualTo("picture-refused");
    assertThat(desk.postPicture(RECOGNIZE, new byte[9_000_000]).code()).isEqualTo("too-large");
    assertThat(desk.post(RECOGNIZE, "{}").code()).isEqualTo("wrong-type");
    Browser reader = console.withKey("\"rights\":[\"read\",\"enrol\",\"admin\"]");
    assertThat(reader.postPicture(RECOGNIZE, JOB.pictureOf(0)).code()).isEqualTo("missing-right");
  }

  @Test
  void shouldSayThatNobodyIsInAPicture() {
    Answer answer = desk.postPicture(RECOGNIZE, Pictures.grey(320, 240));
    assertThat(answer.text("outcome")).as(answer.body()).isEqualTo("no-face");
  }
}
