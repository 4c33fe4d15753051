package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.EventReader;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.console.testing.Until;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraRoutesITCase {
  private static final String CAMERAS = "/api/v1/cameras";

  /** What the test's clock says. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    console = new TestConsole(TestDatabase.H2, desk);
    admin = console.admin();
  }

  @AfterEach
  void end() {
    console.close();
  }

  private void write(String camera, int offset, Instant at, String request) {
    TestBroker.write(
        desk.topics().verdicts().name(),
        camera,
        TestEvents.verdict(camera, offset, at, request, person("ada", "staff")));
  }

  private void awaitItems(String path) {
    Until.holds(() -> assertThat(admin.get(path).json().get("items")).hasSize(1));
  }

  private void awaitCameras(int count) {
    Until.holds(() -> assertThat(admin.get(CAMERAS).json().get("items")).hasSize(count));
  }

  @Test
  void shouldTellHowCamerasDoAndNothingOfRequests() {
    write("asked", 0, NOW, "request-1");
    write("yard", 0, NOW.minus(Duration.ofMinutes(2)), null);
    for (int i = 0; i < 60; i++) {
      write("lobby", i, NOW.minusMillis(500L * (59 - i)), null);
    }
    awaitCameras(2);
    Until.holds(() -> assertThat(camera(0).get("framesPerSecond").asDouble()).isEqualTo(2.0));
    assertThat(camera(0).get("camera").asText()).isEqualTo("lobby");
    assertThat(camera(0).get("state").asText()).isEqualTo("live");
    assertThat(camera(0).get("facesPerMinute").asDouble()).isEqualTo(120.0);
    assertThat(camera(0).get("endToEndMs").asDouble()).isEqualTo(40.0);
    assertThat(camera(1).get("state").asText()).isEqualTo("silent");
    console.clock().pass(Duration.ofMinutes(9));
    assertThat(admin.get(CAMERAS).json().at("/items/1/state").asText()).isEqualTo("gone");
  }

  private JsonNode camera(int index) {
    return admin.get(CAMERAS).json().at("/items/" + index);
  }

  @Test
  void shouldNameFacesOfItsScopeOnly() {
    write("a/b", 0, NOW, null);
    awaitCameras(1);
    String faces = CAMERAS + "/" + camera(0).get("id").asText() + "/faces";
    assertThat(admin.get(faces).json().at("/faces/0/personId").asText()).isEqualTo("ada");
    Browser guests = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");
    assertThat(guests.get(faces).body()).doesNotContain("ada").contains("\"unknown\"");
    assertThat(admin.get(CAMERAS + "/none/faces").status()).isEqualTo(404);
  }

  @Test
  void shouldSayWhereFacesAreIgnored() {
    write("lobby", 0, NOW, null);
    awaitCameras(1);
    String faces = CAMERAS + "/" + camera(0).get("id").asText() + "/faces";
    assertThat(admin.get(faces).json().has("ignored")).isFalse();
    String policy = "/api/v1/policies/camera~1lobby";
    String zones = "[[[0.5,0.0],[1.0,0.0],[1.0,0.25]]]";
    admin.with("If-None-Match", "*");
    Answer saved = admin.send("PUT", policy, "application/json", "{\"ignore\":" + zones + "}");
    admin.with("If-None-Match", null);
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.json().at("/policy/ignore").toString()).isEqualTo(zones);
    assertThat(admin.get(faces).json().get("ignored").toString()).isEqualTo(zones);
    Browser guests = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");
    assertThat(guests.get(faces).json().get("ignored").toString())
        .as("whoever sees the picture sees what of it counts")
        .isEqualTo(zones);
    admin.with("If-Match", saved.header("ETag"));
    assertThat(admin.delete(policy).status()).isEqualTo(204);
    admin.with("If-Match", null);
    assertThat(admin.get(faces).json().has("ignored")).isFalse();
  }

  @Test
  void shouldShowTheNewestPictureOnce() {
    TestBroker.write(
        desk.topics().frames().name(), 0, NOW, "lobby".getBytes(UTF_8), Pictures.grey(64, 48));
    write("lobby", 0, NOW, null);
    awaitCameras(1);
    assertThat(admin.picture(CAMERAS + "/lobby/picture")).isNotEmpty();
    admin.with("If-None-Match", "\"0-0\"");
    assertThat(admin.get(CAMERAS + "/lobby/picture").status()).isEqualTo(304);
  }

  @Test
  void shouldFeedEachReaderWithWhatHeMayKnow() {
    Browser guests = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");
    String sightings = desk.topics().sightings().name();
    String alerts = desk.topics().alerts().name();
    // What was there as it began is no news.
    TestEvents.write(sightings, sighting(SightingKind.OPEN, "c", person("x", "guests"), NOW, 1));
    TestBroker.write(alerts, "c", alert("c", 0, NOW, person("x", "guests")));
    awaitItems("/api/v1/sightings");
    awaitItems("/api/v1/alerts");
    try (EventReader events = guests.events("/api/v1/feed", null).opened()) {
      TestEvents.write(sightings, sighting(SightingKind.OPEN, "c", person("bob", "staff"), NOW, 1));
      TestEvents.write(
          sightings, sighting(SightingKind.OPEN, "c", person("ada", "guests"), NOW, 1));
      EventReader.Event first = events.next();
      assertThat(first.name()).isEqualTo("sighting");
      assertThat(first.data().at("/person/personId").asText()).isEqualTo("ada");
      TestBroker.write(alerts, "c", alert("c", 1, NOW, person("eve", "guests")));
      assertThat(events.next().name()).isEqualTo("alert");
      write("c", 0, NOW, null);
      assertThat(events.next().name()).isEqualTo("camera");
    }
  }
}
