package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.CameraFrames;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import io.facestream.console.testing.Until;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;

/** Who was seen by a camera is enrolled by its picture, while Kafka has it. */
@Tag("thorough")
@Timeout(240)
@OnEachDatabase
class SeenFacesITCase {
  private static final String PEOPLE = "/api/v1/people";
  private static final String SIGHTINGS = "/api/v1/sightings";
  private static final int FRAMES = 150;

  @RegisterExtension static final TestJob JOB = new TestJob("--unknown-after", "1s");

  @Parameter private TestDatabase kind;

  private TestConsole console;
  private Browser desk;
  private String camera;

  @BeforeEach
  void start() {
    console = new TestConsole(kind, JOB.desk());
    desk = console.withKey("\"rights\":[\"recognise\",\"enrol\",\"read\"]");
    camera = "lobby-" + UUID.randomUUID();
    Until.holds(
        () -> {
          assertThat(console.stranger().get("/health").status()).isEqualTo(200);
          assertThat(desk.get(PEOPLE).json().path("items").size()).isGreaterThan(2);
        });
  }

  @AfterEach
  void end() {
    console.close();
  }

  /** The newest of a query; waits for it. */
  private JsonNode first(String query) {
    Until.holds(
        () ->
            assertThat(desk.get(query + "&camera=" + camera).json().path("items").size())
                .isPositive());
    return desk.get(query + "&camera=" + camera).json().at("/items/0");
  }

  /** Frames of the camera that wait come before the question; on a slow machine they take long. */
  private void awaitIdle() {
    byte[] nobody = Pictures.grey(320, 240);
    Until.holds(
        () ->
            assertThat(desk.postPicture("/api/v1/recognize", nobody).text("outcome"))
                .isEqualTo("no-face"));
  }

  /** What the job has to look at first; on a slow machine it may not answer in time. */
  private Answer post(String path, String json) {
    Answer answer = desk.post(path, json);
    while (answer.status() == 504) {
      answer = desk.post(path, json);
    }
    return answer;
  }

  private static String wanted(String name, String from, String more) {
    return "{\"name\":\""
        + name
        + "\",\"watchlists\":[\"guests\"],\"from\":\""
        + from
        + "\""
        + more
        + "}";
  }

  @Test
  void shouldEnrolAStrangerOnceByWhatACameraSaw() {
    CameraFrames.send(JOB, camera, FRAMES);
    JsonNode stranger = first(SIGHTINGS + "?unknown=true");
    String from = "sighting:" + stranger.get("id").asText();
    awaitIdle();
    Answer made = post(PEOPLE, wanted("Grace", from, ",\"legalBasis\":\"consent\""));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("legalBasis")).isEqualTo("consent");
    assertThat(desk.picture(made.json().at("/photos/0/picture").asText())).isNotEmpty();
    Answer again = post(PEOPLE, wanted("Grace", from, ""));
    assertThat(again.text("personId")).as(again.body()).isEqualTo(made.text("personId"));

    // Once the job knows him, he is nobody new, whatever tells of him.
    String unknown = "unknown:" + stranger.at("/person/personId").asText().substring(8);
    byte[] frame = desk.picture(stranger.get("picture").asText() + "?whole=true");
    Until.holds(
        () -> assertThat(desk.postPicture("/api/v1/analyze", frame).body()).contains("Grace"));
    assertThat(post(PEOPLE, wanted("Other", unknown, ",\"personId\":\"other\"")).code())
        .isEqualTo("already-enrolled");
    String person = PEOPLE + "/" + made.text("personId");
    Answer photo = post(person + "/photos", "{\"from\":\"" + unknown + "\"}");
    assertThat(photo.status()).as(photo.body()).isEqualTo(201);
    assertThat(console.admin().get("/api/v1/audit").json().at("/items").findValuesAsText("action"))
        .contains("search.photo", "people.enrol", "people.photo");
    assertThat(desk.delete(person).status()).isEqualTo(202);
  }

  @Test
  void shouldOrderSightingsByTheirSimilarityToAFace() {
    String elsewhere = "exit-" + UUID.randomUUID();
    CameraFrames.send(JOB, camera, FRAMES);
    String stranger = first(SIGHTINGS + "?unknown=true").get("id").asText();
    String query = SIGHTINGS + "?unknown=true&camera=" + elsewhere;
    CameraFrames.send(JOB, elsewhere, FRAMES);
    Until.holds(() -> assertThat(desk.get(query).json().path("items").size()).isPositive());
    awaitIdle();

    JsonNode alike = desk.get(query + "&similarTo=sighting:" + stranger).json();
    List<Double> similarities = new ArrayList<>();
    alike.get("items").forEach(one -> similarities.add(one.get("probeSimilarity").asDouble()));
    assertThat(similarities).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(similarities.get(0)).as(alike.toString()).isGreaterThan(0.7);
    assertThat(alike.get("items").size() + alike.get("notCompared").asInt())
        .isEqualTo(desk.get(query).json().get("items").size());
    JsonNode itself = desk.get(SIGHTINGS + "?similarTo=sighting:" + stranger).json();
    assertThat(itself.get("items").findValuesAsText("id")).doesNotContain(stranger);
    assertThat(console.admin().get("/api/v1/audit").json().at("/items").findValuesAsText("action"))
        .contains("search.similar");

    Browser reader = console.withKey("\"rights\":[\"read\"]");
    assertThat(reader.get(query + "&similarTo=sighting:" + stranger).code())
        .isEqualTo("missing-right");
    Browser club = console.withKey("\"rights\":[\"read\",\"recognise\"],\"watchlists\":[\"club\"]");
    assertThat(club.get(SIGHTINGS + "?similarTo=sighting:" + stranger).body())
        .isEqualTo(club.get(SIGHTINGS + "?similarTo=sighting:none").body());
  }

  @Test
  void shouldSayWhoseTheFaceOfAnAlertIs() {
    CameraFrames.send(JOB, camera, FRAMES);
    JsonNode alert = first("/api/v1/alerts?limit=1");
    JsonNode whose = alert.get("person");
    String from = "alert:" + alert.get("id").asText();
    awaitIdle();
    Answer taken = post(PEOPLE, wanted("Other", from, ""));
    assertThat(taken.code()).as(taken.body()).isEqualTo("already-enrolled");
    assertThat(taken.json().at("/person/name").asText()).isEqualTo(whose.get("name").asText());
    String photos = PEOPLE + "/" + whose.get("personId").asText() + "/photos";
    Answer added = post(photos, "{\"from\":\"" + from + "\"}");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(desk.delete(photos + "/" + added.text("photo")).status()).isEqualTo(204);
  }

  @Test
  void shouldTellNothingOfWhomTheCallerMayNotSee() {
    CameraFrames.send(JOB, camera, FRAMES);
    Browser club = console.withKey("\"rights\":[\"enrol\",\"read\"],\"watchlists\":[\"club\"]");
    String nobody = enrolled(club, "sighting:none").body();
    JsonNode stranger = first(SIGHTINGS + "?unknown=true");
    JsonNode known = first(SIGHTINGS + "?unknown=false");
    JsonNode alert = first("/api/v1/alerts?limit=1");
    assertThat(enrolled(club, "sighting:" + stranger.get("id").asText()).body()).isEqualTo(nobody);
    assertThat(enrolled(club, "sighting:" + known.get("id").asText()).body()).isEqualTo(nobody);
    assertThat(enrolled(club, "alert:" + alert.get("id").asText()).body()).isEqualTo(nobody);
    assertThat(enrolled(club, stranger.at("/person/personId").asText().replace('/', ':')).body())
        .isEqualTo(nobody);
  }

  private static Answer enrolled(Browser by, String from) {
    return by.post(PEOPLE, "{\"name\":\"x\",\"watchlists\":[\"club\"],\"from\":\"" + from + "\"}");
  }

  @Test
  void shouldTakeOneFaceAndOfNoOtherKind() {
    assertThat(post(PEOPLE, wanted("x", "camera:lobby", "")).code()).isEqualTo("invalid");
    assertThat(post(PEOPLE, wanted("x", "x", "")).code()).isEqualTo("invalid");
    assertThat(post(PEOPLE, wanted("x", "alert:x", ",\"face\":\"face_x\"")).code())
        .isEqualTo("invalid");
    assertThat(desk.post(PEOPLE, "{\"name\":\"x\"}").code()).isEqualTo("invalid");
  }
}
