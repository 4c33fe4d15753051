package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.NamedFaces;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.wire.SightedPerson;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearsalRoutesITCase {
  private static final String REHEARSE = "/api/v1/policies/rehearse";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HIGHER = "{\"changes\":{\"default\":{\"threshold\":0.6}}}";

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

  private void see(String camera, SightedPerson person, double similarity) {
    long offset =
        TestBroker.write(
            desk.topics().frames().name(), 0, NOON, camera.getBytes(UTF_8), Pictures.grey(64, 48));
    TestBroker.write(
        desk.topics().verdicts().name(),
        camera,
        NamedFaces.verdict("builtin", camera, offset, NOON, person, similarity));
  }

  private void seeThree() {
    see("lobby", person("ada", "staff"), 0.55);
    see("lobby", person("ada", "staff"), 0.58);
    see("gate", person("ben", "guests"), 0.7);
  }

  @Test
  void shouldTellWhatWouldBeLostByCameraAndPersonWithAPicture() {
    seeThree();
    Answer told = admin.post(REHEARSE, HIGHER);
    assertThat(told.status()).isEqualTo(200);
    JsonNode all = told.json();
    assertThat(all.get("frames").asInt()).isEqualTo(3);
    assertThat(all.get("alertsNow").asInt()).isEqualTo(3);
    assertThat(all.get("alertsThen").asInt()).isEqualTo(1);
    assertThat(all.get("lost").asInt()).isEqualTo(2);
    assertThat(all.get("changes")).hasSize(1);
    JsonNode lost = all.at("/changes/0");
    assertThat(lost.get("camera").asText()).isEqualTo("lobby");
    assertThat(lost.at("/person/personId").asText()).isEqualTo("ada");
    assertThat(lost.get("lost").asInt()).isEqualTo(2);
    assertThat(lost.at("/last/similarity").asDouble()).isEqualTo(0.58);
    assertThat(lost.at("/last/needed").asDouble()).isEqualTo(0.6);
    assertThat(lost.at("/last/why").asText()).contains("below threshold");
    assertThat(admin.picture(lost.at("/last/picture").asText())).isNotEmpty();
    // Nothing has changed.
    assertThat(admin.get("/api/v1/policies").json().get("items")).isEmpty();
    assertThat(admin.get("/api/v1/audit").json().at("/items/0/action").asText())
        .isEqualTo("policy.rehearse");
  }

  @Test
  void shouldRehearseOnTopOfWhatIsLaidDownAndTakeItBack() {
    seeThree();
    admin.with("If-None-Match", "*");
    admin.send("PUT", "/api/v1/policies/default", "application/json", "{\"threshold\":0.6}");
    admin.with("If-None-Match", null);
    JsonNode stricter =
        admin
            .post(REHEARSE, "{\"changes\":{\"camera/gate\":{\"threshold\":0.8}},\"since\":\"1h\"}")
            .json();
    assertThat(stricter.get("lost").asInt()).isEqualTo(3);
    JsonNode back = admin.post(REHEARSE, "{\"changes\":{\"default\":null}}").json();
    assertThat(back.get("lost").asInt()).isZero();
  }

  @Test
  void shouldTellOfPeopleOfTheScopeOnly() {
    seeThree();
    JsonNode adminsOwn = admin.post(REHEARSE, HIGHER).json();
    Browser guests = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"guests\"]");
    assertThat(guests.post(REHEARSE, HIGHER).status()).isEqualTo(404);
    Answer told = guests.post(REHEARSE, "{\"changes\":{\"watchlist/guests\":{\"threshold\":0.8}}}");
    assertThat(told.json().get("alertsNow").asInt()).isEqualTo(1);
    assertThat(told.json().get("lost").asInt()).isEqualTo(1);
    assertThat(told.json().at("/changes/0/person/personId").asText()).isEqualTo("ben");
    assertThat(told.body()).doesNotContain("ada", "somebody else", "why", "notKnown");
    assertThat(guests.picture(told.json().at("/changes/0/last/picture").asText())).isNotEmpty();
    String others = adminsOwn.at("/changes/0/last/picture").asText();
    assertThat(guests.get(others).status()).isEqualTo(404);
  }

  @Test
  void shouldSayThatThereIsNothingToRehearseOn() {
    assertThat(admin.post(REHEARSE, HIGHER).code()).isEqualTo("no-verdicts");
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | invalid",
        "{\"changes\":{}} | invalid",
        "{\"changes\":{\"default\":3}} | invalid",
        "{\"changes\":{\"default\":{\"threshold\":7}}} | policy-refused",
        "{\"changes\":{\"default\":{\"falseAlerts\":0.1}}} | policy-refused",
        "{\"changes\":{\"nobody\":null}} | policy-refused",
        "{\"changes\":{\"default\":null},\"since\":\"8d\"} | invalid",
        "{\"changes\":{\"default\":null},\"since\":\"0h\"} | invalid",
        "{\"changes\":{\"default\":null},\"since\":\"yesterday\"} | invalid"
      })
  void shouldRefuse(String body, String code) {
    assertThat(admin.post(REHEARSE, body).code()).isEqualTo(code);
  }
}
