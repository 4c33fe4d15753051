package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.DeskTopics;
import io.facestream.console.store.Database;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.console.testing.Until;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class RetentionRoutesITCase {
  private static final String RETENTION = "/api/v1/retention";
  private static final String SIGHTINGS = "/api/v1/sightings";
  private static final String OLD = "3f9a2c7b-e1d0-4a56-8000-000000000001";
  private static final String YOUNG = "3f9a2c7b-e1d0-4a56-8000-000000000002";
  private static final SightedPerson ADA = person("ada", "staff");

  @Parameter private TestDatabase kind;

  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;
  private Instant now;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    console = new TestConsole(kind, desk);
    admin = console.admin();
    now = console.clock().instant();
  }

  @AfterEach
  void end() {
    console.close();
  }

  private static String rules(String matched, String pictures) {
    return "{\"matchedEvents\":"
        + matched
        + ",\"unmatchedEvents\":\"1d\",\"matchedPictures\":"
        + pictures
        + ",\"unmatchedPictures\":\"P1D\",\"audit\":\"3y\"}";
  }

  private Answer put(String rules) {
    String tag = admin.get(RETENTION).header("ETag");
    Answer answer = admin.with("If-Match", tag).put(RETENTION, rules);
    admin.with("If-Match", null);
    return answer;
  }

  private void see(String camera, Duration ago) {
    TestEvents.write(
        desk.topics().sightings().name(),
        sighting(SightingKind.CLOSE, camera, ADA, now.minus(ago), 1));
  }

  private List<String> cameras() {
    return admin.get(SIGHTINGS).json().get("items").findValuesAsText("camera");
  }

  @Test
  void shouldSayWhatIsKeptAndWhatTheTopicsKeep() {
    Answer answer = admin.get(RETENTION);
    assertThat(answer.text("matchedEvents")).isEqualTo("90d");
    assertThat(answer.text("unmatchedEvents")).isEqualTo("1d");
    assertThat(answer.text("audit")).isEqualTo("3y");
    Until.holds(() -> assertThat(admin.get(RETENTION).json().has("lastRun")).isTrue());
    assertThat(topic(desk.topics().frames().name()).get("keeps").asText()).isEqualTo("PT1H");
    assertThat(topic(desk.topics().frames().name()).has("note")).isFalse();
    assertThat(topic(desk.topics().frames().name()).get("known").asBoolean()).isTrue();
    JsonNode sightings = topic(desk.topics().sightings().name());
    assertThat(sightings.get("keeps").asText()).isEqualTo("PT168H");
    assertThat(sightings.get("note").asText()).startsWith("Kept for longer than the rule");
    assertThat(topic(desk.topics().alerts().name()).has("note")).isFalse();
  }

  private JsonNode topic(String name) {
    for (JsonNode topic : admin.get(RETENTION).json().get("topics")) {
      if (topic.get("topic").asText().equals(name)) {
        return topic;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void shouldChangeWhatOneHasReadOnly() {
    String before = admin.get(RETENTION).header("ETag");
    assertThat(admin.put(RETENTION, rules("\"30d\"", "null")).status()).isEqualTo(428);
    Answer changed = put(rules("\"30d\"", "null"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("matchedEvents")).isEqualTo("30d");
    assertThat(changed.json().get("matchedPictures").isNull()).isTrue();
    assertThat(changed.header("ETag")).isNotEqualTo(before);
    admin.with("If-Match", before);
    assertThat(admin.put(RETENTION, rules("\"1d\"", "null")).code()).isEqualTo("changed-meanwhile");
    admin.with("If-Match", null);
    assertThat(admin.get(RETENTION).text("matchedEvents")).isEqualTo("30d");
    JsonNode entry = admin.get("/api/v1/audit").json().at("/items/0");
    assertThat(entry.get("action").asText()).isEqualTo("retention.change");
    assertThat(entry.at("/details/matchedPictures").asText()).isEqualTo("without end");
  }

  @Test
  void shouldRefuse() {
    for (String body :
        List.of(
            "{}",
            "{\"matchedEvents\":\"90d\"}",
            rules("\"soon\"", "null"),
            rules("90", "null"),
            rules("\"1m\"", "null"),
            rules("\"90d\"", "null").replace("}", ",\"more\":\"1d\"}"))) {
      assertThat(put(body).code()).as(body).isEqualTo("invalid");
    }
    Browser staff = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"staff\"]");
    assertThat(staff.put(RETENTION, rules("\"1d\"", "null")).code()).isEqualTo("scope-too-small");
    assertThat(console.withKey("\"rights\":[\"read\"]").get(RETENTION).code())
        .isEqualTo("missing-right");
  }

  @Test
  void shouldDeleteWhenTheRuleIsChangedAndNeverStoreItAgain() {
    see("long ago", Duration.ofDays(91));
    see("a while ago", Duration.ofDays(50));
    see("now", Duration.ZERO);
    Until.holds(() -> assertThat(cameras()).containsExactly("now", "a while ago"));
    put(rules("\"30d\"", "\"30d\""));
    Until.holds(() -> assertThat(cameras()).containsExactly("now"));
    Until.holds(() -> assertThat(admin.get("/api/v1/audit").body()).contains("\"retention.run\""));

    // A database made anew reads the topics from their beginning.
    try (TestConsole fresh = new TestConsole(kind, desk)) {
      Browser other = fresh.admin();
      Until.holds(
          () ->
              assertThat(other.get(SIGHTINGS).json().get("items").findValuesAsText("camera"))
                  .containsExactly("now", "a while ago"));
    }
  }

  @Test
  void shouldNotShowPicturesOfThatAge() {
    TestBroker.write(
        desk.topics().alerts().name(), "c", alert("c", 0, now.minus(Duration.ofDays(31)), ADA));
    see("lobby", Duration.ofDays(31));
    Until.holds(() -> assertThat(admin.get("/api/v1/alerts").json().get("items")).hasSize(1));
    Until.holds(() -> assertThat(cameras()).hasSize(1));
    String alert = admin.get("/api/v1/alerts").json().at("/items/0/picture").asText();
    String sighting = admin.get(SIGHTINGS).json().at("/items/0/picture").asText();
    for (String picture : List.of(alert, sighting)) {
      assertThat(admin.get(picture).text("title")).startsWith("Pictures of that age");
    }
    // Neither is such a face enrolled or compared.
    String from = admin.get(SIGHTINGS).json().at("/items/0/id").asText();
    String wanted = "{\"name\":\"x\",\"from\":\"sighting:" + from + "\"}";
    String alike = "/api/v1/people?similarTo=sighting:" + from;
    assertThat(admin.post("/api/v1/people", wanted).text("title")).startsWith("Pictures of that");
    assertThat(admin.get(alike).text("title")).startsWith("Pictures of that age");
    put(rules("\"90d\"", "\"90d\""));
    assertThat(admin.get(alike).text("title")).startsWith("Kafka has deleted");
    for (String picture : List.of(alert, sighting)) {
      assertThat(admin.get(picture).text("title")).startsWith("Kafka has deleted");
    }
  }

  @Test
  void shouldDeleteReceiptsOnceTheyAreComplete() {
    try (Database open = Database.open(console.database())) {
      for (String[] one :
          new String[][] {{OLD, "2020-01-01T00:00:00Z"}, {YOUNG, "2026-02-28T00:00:00Z"}}) {
        open.jdbi()
            .useHandle(
                handle ->
                    handle
                        .createUpdate(
                            "INSERT INTO erasures (id, person_id, watchlists, at, templates,"
                                + " gallery_ends) VALUES (:id, 'ada', '', :at, 0, '')")
                        .bind("id", one[0])
                        .bind("at", Instant.parse(one[1]))
                        .execute());
      }
    }
    put(rules("\"30d\"", "null"));
    String erasures = "/api/v1/erasures/";
    Until.holds(() -> assertThat(admin.get(erasures + OLD).status()).isEqualTo(404));
    assertThat(admin.get(erasures + YOUNG).status()).isEqualTo(200);
  }
}
