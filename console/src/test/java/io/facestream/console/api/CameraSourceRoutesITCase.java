package io.facestream.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.client.cameras.CameraTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.console.testing.Until;
import io.facestream.wire.CameraSource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class CameraSourceRoutesITCase {
  private static final String CAMERAS = "/api/v1/cameras";
  private static final String DOOR = CAMERAS + "/door/source";
  private static final String URL = "rtsp://viewer:S3cret@10.0.0.5:554/live?key=S3cret";
  private static final String WANTED = "{\"url\":\"" + URL + "\",\"rate\":5}";

  /** What the test's clock says. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private DeskTopics desk;
  private CameraTopic topic;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    topic = new CameraTopic(desk.connection(), desk.cameras());
    console = new TestConsole(TestDatabase.H2, desk);
    admin = console.admin();
  }

  @AfterEach
  void end() {
    console.close();
  }

  private static Answer create(Browser browser, String path, String source) {
    browser.with("If-None-Match", "*");
    Answer answer = browser.put(path, source);
    browser.with("If-None-Match", null);
    return answer;
  }

  private static Answer change(
      Browser browser, String method, String path, String etag, String to) {
    browser.with("If-Match", etag);
    Answer answer = browser.send(method, path, to == null ? null : "application/json", to);
    browser.with("If-Match", null);
    return answer;
  }

  private static JsonNode door(Browser browser) {
    return browser.get(CAMERAS).json().at("/items/0");
  }

  @Test
  void shouldAddChangeAndTakeAway() {
    assertThat(admin.get(DOOR).status()).isEqualTo(404);
    Answer made = create(admin, DOOR, WANTED);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.text("address")).isEqualTo("rtsp://10.0.0.5:554");
    assertThat(admin.get(DOOR).body()).isEqualTo(made.body());
    assertThat(admin.get(DOOR).header("ETag")).isEqualTo(made.header("ETag")).isNotEmpty();
    assertThat(topic.read().get("door").source())
        .isEqualTo(new CameraSource(URL, null, 5.0, null, null, null));

    Answer changed =
        change(admin, "PUT", DOOR, made.header("ETag"), "{\"rotate\":180,\"enabled\":false}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("enabled").asBoolean()).isFalse();
    // The whole of it, but for the address, which no answer tells.
    assertThat(topic.read().get("door").source())
        .isEqualTo(new CameraSource(URL, false, null, null, null, 180));
    assertThat(change(admin, "DELETE", DOOR, made.header("ETag"), null).code())
        .isEqualTo("changed-meanwhile");
    assertThat(change(admin, "DELETE", DOOR, changed.header("ETag"), null).status()).isEqualTo(204);
    assertThat(admin.get(DOOR).status()).isEqualTo(404);
    assertThat(change(admin, "DELETE", DOOR, "*", null).status()).isEqualTo(404);
    assertThat(topic.read()).isEmpty();
    Answer audit = admin.get("/api/v1/audit");
    assertThat(audit.json().findValuesAsText("action"))
        .startsWith("camera.unset", "camera.set", "camera.set");
    assertThat(audit.body()).contains("rtsp://10.0.0.5:554").doesNotContain("S3cret", "viewer");
  }

  @Test
  void shouldNotUndoWhatSomebodyElseHasDoneMeanwhile() {
    String seen = create(admin, DOOR, WANTED).header("ETag");
    assertThat(admin.put(DOOR, WANTED).status()).isEqualTo(428);
    assertThat(admin.delete(DOOR).code()).isEqualTo("precondition-required");
    assertThat(create(admin, DOOR, WANTED).status()).isEqualTo(412);
    topic.write("door", CameraSource.of("http://10.0.0.6/video"));
    assertThat(change(admin, "PUT", DOOR, seen, "{}").code()).isEqualTo("changed-meanwhile");
    assertThat(topic.read().get("door").source().url()).isEqualTo("http://10.0.0.6/video");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "door | {} | The camera has no url | Give its address",
        "door | {\"url\":\"file:///etc/passwd\"} | Only cameras on the network | The url begins with",
        "door | {\"url\":\"/etc/passwd\"} | Only cameras on the network | The url begins with",
        "door | {\"url\":\"webcam:0\"} | Only cameras on the network | The url begins with",
        "door | {\"url\":\"rtsp://viewer:***@h/\"} | The password is nothing but | Write the password",
        "door | {\"url\":\"rtsp://viewer:S3cret pw@h/\"} | 'rtsp://h' is not a URL | Say it as",
        "door | {\"url\":\"rtsp://h/\",\"address\":\"rtsp://h\"} | There is no field 'address' | There are",
        "door | {\"url\":\"rtsp://h/\",\"rate\":0} | rate is 0 | It must be a number",
        "door | nonsense S3cret | The camera is not JSON | Say it as",
        "a%20b | {\"url\":\"rtsp://h/\"} | That is no name of a camera | It has 1 to 100"
      })
  void shouldRefuseWhatCannotBeWithReasonAndCure(
      String name, String source, String reason, String cure) {
    Answer refused = create(admin, CAMERAS + "/" + name + "/source", source);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("camera-refused");
    assertThat(refused.text("title")).startsWith(reason);
    assertThat(refused.text("cure")).startsWith(cure);
    assertThat(refused.body()).doesNotContain("S3cret", "viewer");
    assertThat(topic.read()).isEmpty();
  }

  @Test
  void shouldShowWhatWaitsForItsFirstPictureAndWhatIsStopped() {
    String etag = create(admin, DOOR, WANTED).header("ETag");
    Until.holds(() -> assertThat(door(admin).path("state").asText()).isEqualTo("waiting"));
    assertThat(door(admin).has("lastFrame")).isFalse();
    assertThat(door(admin).at("/source/address").asText()).isEqualTo("rtsp://10.0.0.5:554");
    assertThat(admin.get(CAMERAS + "/door/picture").status()).isEqualTo(404);

    TestBroker.write(
        desk.topics().verdicts().name(),
        "door",
        TestEvents.verdict("door", 0, NOW, null, TestEvents.person("ada", "staff")));
    Until.holds(() -> assertThat(door(admin).path("state").asText()).isEqualTo("live"));
    assertThat(door(admin).at("/source/rate").asDouble()).isEqualTo(5);

    change(admin, "PUT", DOOR, etag, "{\"enabled\":false}");
    assertThat(door(admin).path("state").asText()).isEqualTo("live");
    console.clock().pass(Duration.ofMinutes(1));
    assertThat(door(admin).path("state").asText()).isEqualTo("stopped");
    assertThat(admin.get(CAMERAS).json().get("items")).hasSize(1);
  }

  /** Everybody passes before a camera, so it is for those who may see everybody. */
  @Test
  void shouldTellAndTakeSourcesOfThoseAloneWhoMayDoAndSeeAll() {
    String etag = create(admin, DOOR, WANTED).header("ETag");
    Browser scoped = console.withKey("\"rights\":[\"admin\",\"read\"],\"watchlists\":[\"vip\"]");
    for (String path : new String[] {DOOR, CAMERAS + "/none/source", CAMERAS + "/a%20b/source"}) {
      assertThat(scoped.get(path).status()).isEqualTo(404);
      assertThat(create(scoped, path, WANTED).status()).isEqualTo(404);
      assertThat(change(scoped, "PUT", path, etag, WANTED).status()).isEqualTo(404);
      assertThat(change(scoped, "DELETE", path, etag, null).status()).isEqualTo(404);
    }
    Browser reader = console.withKey("\"rights\":[\"read\",\"enrol\"]");
    assertThat(reader.get(DOOR).code()).isEqualTo("missing-right");
    assertThat(create(reader, DOOR, WANTED).code()).isEqualTo("missing-right");
    for (Browser one : new Browser[] {scoped, reader}) {
      Until.holds(() -> assertThat(door(one).path("camera").asText()).isEqualTo("door"));
      assertThat(door(one).has("source")).isFalse();
    }
    assertThat(admin.get(DOOR).header("ETag")).isEqualTo(etag);
  }

  @Test
  void shouldPassOverRecordsThatAreNoCameras() {
    topic.createIfMissing((short) 1);
    TestBroker.write(desk.cameras(), null, "door".getBytes(UTF_8), "S3cret".getBytes(UTF_8));
    topic.write("yard", CameraSource.of("http://10.0.0.6/video"));
    Until.holds(() -> assertThat(door(admin).path("camera").asText()).isEqualTo("yard"));
    assertThat(admin.get(CAMERAS).json().get("items")).hasSize(1);
    assertThat(create(admin, DOOR, WANTED).status()).isEqualTo(200);
  }

  @Test
  void shouldSayThatThereIsNoBroker() {
    try (TestConsole alone = new TestConsole(TestDatabase.H2)) {
      assertThat(alone.admin().get(CAMERAS).json().get("items")).isEmpty();
      assertThat(alone.admin().get(DOOR).code()).isEqualTo("broker-away");
      assertThat(create(alone.admin(), DOOR, WANTED).code()).isEqualTo("broker-away");
    }
  }
}
