package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.console.testing.Until;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.BestView;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SightingRoutesITCase {
  private static final String SIGHTINGS = "/api/v1/sightings";
  private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
  private static final SightedPerson ADA = person("ada", "guests", "staff");
  private static final SightedPerson BOB = person("bob", "staff");
  private static final SightedPerson NOBODY = SightedPerson.unknown("unknown/3f9a2c7be1d04a56");

  @Parameter private TestDatabase kind;

  private DeskTopics kafka;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    kafka = TestBroker.fresh();
    console = new TestConsole(kind, kafka);
    admin = console.admin();
  }

  @AfterEach
  void end() {
    console.close();
  }

  private void write(SightingKind step, String camera, SightedPerson who, Instant at, long frames) {
    TestEvents.write(topic(), sighting(step, camera, who, at, frames));
  }

  private String topic() {
    return kafka.topics().sightings().name();
  }

  /** Without it those of more than a day ago are not stored. */
  private void keepStrangers() {
    Answer rules = admin.get("/api/v1/retention");
    ObjectNode wanted = rules.json().deepCopy();
    wanted.retain(
        "matchedEvents", "unmatchedEvents", "matchedPictures", "unmatchedPictures", "audit");
    wanted.putNull("unmatchedEvents");
    admin.with("If-Match", rules.header("ETag"));
    assertThat(admin.put("/api/v1/retention", wanted.toString()).status()).isEqualTo(200);
    admin.with("If-Match", null);
  }

  private void awaitItems(String path, int count) {
    Until.holds(() -> assertThat(admin.get(path).json().get("items")).hasSize(count));
  }

  private static List<String> ids(Answer answer, String at) {
    List<String> ids = new ArrayList<>();
    answer.json().get("items").forEach(item -> ids.add(item.at(at).asText()));
    return ids;
  }

  @Test
  void shouldTellTheLastStepOfAVisitWhateverTheOrder() {
    Sighting open = sighting(SightingKind.OPEN, "lobby", ADA, NOON, 1);
    Sighting update = sighting(SightingKind.UPDATE, "lobby", ADA, NOON, 5);
    Sighting close = sighting(SightingKind.CLOSE, "lobby", ADA, NOON, 9);
    List.of(open, close, update, open).forEach(step -> TestEvents.write(topic(), step));
    write(SightingKind.OPEN, "lobby", ADA, NOON.plusSeconds(60), 1); // of the same partition
    awaitItems(SIGHTINGS, 2);

    JsonNode first = admin.get(SIGHTINGS + "?open=false").json().at("/items/0");
    assertThat(first.get("frames").asInt()).isEqualTo(9);
    assertThat(first.get("lastSeen").asText()).isEqualTo("2026-03-01T11:00:08Z");
    assertThat(admin.get(SIGHTINGS + "/" + first.get("id").asText()).text("state"))
        .isEqualTo("closed");
  }

  @Test
  void shouldPassOverWhatIsNoSighting() {
    TestBroker.write(topic(), 0, new byte[] {1}, new byte[] {'{'});
    TestBroker.write(topic(), 0, null, "{\"sightingId\":\"a\"}".getBytes(UTF_8));
    TestBroker.write(topic(), 0, null, null);
    write(SightingKind.OPEN, "lobby", ADA, NOON, 1);
    awaitItems(SIGHTINGS, 1);
  }

  @Test
  void shouldFilterByEach() {
    keepStrangers();
    write(SightingKind.OPEN, "lobby", ADA, NOON, 1);
    write(SightingKind.CLOSE, "gate", BOB, NOON.minus(Duration.ofDays(1)), 1);
    write(SightingKind.OPEN, "gate", NOBODY, NOON.minus(Duration.ofDays(2)), 1);
    awaitItems(SIGHTINGS, 3);

    assertThat(people("?person=ada")).containsExactly("ada");
    assertThat(people("?camera=gate")).containsExactly("bob", NOBODY.personId());
    assertThat(people("?watchlist=staff")).containsExactly("ada", "bob");
    assertThat(people("?watchlist=guests")).containsExactly("ada");
    assertThat(people("?unknown=true")).containsExactly(NOBODY.personId());
    assertThat(people("?open=false")).containsExactly("bob");
    assertThat(people("?day=2026-02-28")).containsExactly("bob");
    assertThat(people("?from=-30h&to=now")).containsExactly("ada", "bob");
    assertThat(people("?to=2026-02-28T11:00:00Z")).containsExactly(NOBODY.personId());
    for (String wrong : List.of("open=yes", "day=tomorrow", "zone=Nowhere", "from=-1y")) {
      String more = wrong.startsWith("zone") ? "&day=2026-01-01" : "";
      assertThat(admin.get(SIGHTINGS + "?" + wrong + more).code()).as(wrong).isEqualTo("invalid");
    }
    assertThat(admin.get(SIGHTINGS + "?day=2026-01-01&to=now").code()).isEqualTo("invalid");
  }

  private List<String> people(String query) {
    return ids(admin.get(SIGHTINGS + query), "/person/personId");
  }

  @Test
  void shouldNeitherRepeatNorSkipWhileOthersComeIn() {
    for (int i = 0; i < 5; i++) {
      write(SightingKind.OPEN, "lobby", ADA, NOON.minusSeconds(i), 1);
    }
    awaitItems(SIGHTINGS, 5);
    Answer page = admin.get(SIGHTINGS + "?limit=2");
    List<String> seen = new ArrayList<>(ids(page, "/sightingId"));
    write(SightingKind.UPDATE, "lobby", ADA, NOON, 30);
    write(SightingKind.OPEN, "lobby", ADA, NOON.plusSeconds(1), 1);
    awaitItems(SIGHTINGS, 6);
    while (page.json().has("next")) {
      page = admin.get(SIGHTINGS + "?limit=2&cursor=" + page.text("next"));
      seen.addAll(ids(page, "/sightingId"));
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  /** The strictest of a person's watchlists may be one that the caller does not see. */
  @Test
  void shouldTellWhatWasNeededAndByWhomAsFarAsTheCallerMayKnow() {
    AppliedThreshold needed = new AppliedThreshold(0.4, "watchlist/staff", 0.003, 9L, false, 1L);
    Sighting step = sighting(SightingKind.OPEN, "lobby", ADA, NOON, 1);
    BestView best = step.best();
    TestEvents.write(
        topic(),
        new Sighting(
            step.schema(),
            step.sightingId(),
            step.kind(),
            step.cameraId(),
            step.person(),
            step.firstSeen(),
            step.lastSeen(),
            step.frames(),
            BestView.recognised(best.frame(), best.box(), 0.7, needed, "ada/one"),
            step.tracks(),
            null,
            null,
            null,
            null,
            null));
    awaitItems(SIGHTINGS, 1);
    JsonNode all = admin.get(SIGHTINGS).json().at("/items/0");
    assertThat(all.get("thresholdOf").asText()).isEqualTo("watchlist/staff");
    assertThat(all.get("falseAlerts").asDouble()).isEqualTo(0.003);
    assertThat(all.get("templateId").asText()).isEqualTo("ada/one");
    assertThat(all.at("/box/width").asDouble()).isEqualTo(best.box().width());
    Browser guests = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");
    String seen = guests.get(SIGHTINGS).body();
    assertThat(seen).contains("\"threshold\":0.4").doesNotContain("staff", "0.003");
  }

  @Test
  void shouldTellAScopedKeyOfItsPeopleOnly() {
    write(SightingKind.OPEN, "lobby", ADA, NOON, 1);
    write(SightingKind.OPEN, "lobby", BOB, NOON, 1);
    write(SightingKind.OPEN, "lobby", NOBODY, NOON, 1);
    write(SightingKind.OPEN, "lobby", person("eve"), NOON, 1);
    awaitItems(SIGHTINGS, 4);
    Browser guests = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");

    Answer seen = guests.get(SIGHTINGS);
    assertThat(ids(seen, "/person/personId")).containsExactly("ada");
    assertThat(seen.json().at("/items/0/person/watchlists").toString()).isEqualTo("[\"guests\"]");
    assertThat(ids(guests.get("/api/v1/visits"), "/person/personId")).containsExactly("ada");
    assertThat(guests.get("/api/v1/attendance.csv?from=-9999d").body())
        .contains("ada")
        .doesNotContain("bob", "eve", "unknown");
    String bobs = admin.get(SIGHTINGS + "?person=bob").json().at("/items/0/id").asText();
    assertThat(guests.get(SIGHTINGS + "/" + bobs).body())
        .isEqualTo(guests.get(SIGHTINGS + "/" + "0".repeat(64)).body());
    assertThat(guests.get(SIGHTINGS + "?watchlist=staff").body())
        .isEqualTo(guests.get(SIGHTINGS + "?watchlist=none").body());
    Browser none = console.withKey("\"rights\":[\"read\"],\"watchlists\":[]");
    assertThat(none.get(SIGHTINGS).json().get("items")).isEmpty();
    assertThat(console.withKey("\"rights\":[\"enrol\"]").get(SIGHTINGS).code())
        .isEqualTo("missing-right");
  }

  @Test
  void shouldCountVisitsByDaysOfAZone() {
    Instant lateInUtc = Instant.parse("2026-02-27T23:30:00Z"); // the 28th in Berlin
    write(SightingKind.CLOSE, "lobby", ADA, lateInUtc, 10);
    write(SightingKind.CLOSE, "gate", ADA, lateInUtc.plusSeconds(3600), 10);
    write(SightingKind.CLOSE, "lobby", BOB, lateInUtc.plusSeconds(60), 1);
    awaitItems(SIGHTINGS, 3);

    List<String> berlin = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = admin.get("/api/v1/visits?zone=Europe/Berlin&limit=1" + cursor);
      JsonNode visit = page.json().at("/items/0");
      berlin.add(
          visit.at("/person/personId").asText()
              + visit.get("day").asText()
              + " "
              + visit.get("sightings").asInt()
              + visit.get("cameras"));
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : null;
    } while (cursor != null);
    assertThat(berlin)
        .containsExactlyInAnyOrder(
            "ada2026-02-28 2[\"lobby\",\"gate\"]", "bob2026-02-28 1[\"lobby\"]");
    assertThat(ids(admin.get("/api/v1/visits"), "/day"))
        .containsExactly("2026-02-28", "2026-02-27", "2026-02-27");
  }

  @Test
  void shouldCountPeopleByDayAlsoWhereThereWasNobody() {
    keepStrangers();
    Instant lateInUtc = Instant.parse("2026-02-27T23:30:00Z"); // the 28th in Berlin
    write(SightingKind.CLOSE, "lobby", ADA, lateInUtc, 1);
    write(SightingKind.CLOSE, "gate", ADA, lateInUtc.plusSeconds(3600), 1);
    write(SightingKind.CLOSE, "lobby", BOB, lateInUtc.plusSeconds(60), 1);
    write(SightingKind.CLOSE, "lobby", NOBODY, lateInUtc, 1);
    awaitItems(SIGHTINGS, 4);

    String days = "/api/v1/visits/by-day?days=3&zone=Europe/Berlin&unknown=false";
    assertThat(counts(admin.get(days)))
        .containsExactly("2026-02-27 0 0", "2026-02-28 2 3", "2026-03-01 0 0");
    assertThat(counts(admin.get(days + "&person=ada&until=2026-02-28")))
        .containsExactly("2026-02-26 0 0", "2026-02-27 0 0", "2026-02-28 1 2");
    Browser guests = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");
    assertThat(counts(guests.get("/api/v1/visits/by-day?days=2&until=2026-02-28")))
        .containsExactly("2026-02-27 1 1", "2026-02-28 1 1");
    for (String wrong :
        List.of("days=0", "days=93", "until=today", "zone=Nowhere", "from=-1d", "day=2026-02-28")) {
      assertThat(admin.get("/api/v1/visits/by-day?" + wrong).code()).isEqualTo("invalid");
    }
  }

  private static List<String> counts(Answer answer) {
    List<String> counts = new ArrayList<>();
    answer
        .json()
        .get("items")
        .forEach(
            one ->
                counts.add(
                    one.get("day").asText()
                        + " "
                        + one.get("people")
                        + " "
                        + one.get("sightings")));
    return counts;
  }

  @Test
  void shouldExportAttendanceWithoutFormulasAndNoteIt() {
    write(SightingKind.CLOSE, "lobby", person("=1+1", "class"), NOON, 61);
    write(
        SightingKind.CLOSE,
        "lobby",
        new SightedPerson("p", "\"Cy\", the 2nd", List.of("class"), null),
        NOON,
        1);
    awaitItems(SIGHTINGS, 2);

    Answer csv = admin.get("/api/v1/attendance.csv?watchlist=class&day=2026-03-01");
    assertThat(csv.body().split("\r\n"))
        .containsExactlyInAnyOrder(
            "personId,name,day,firstSeen,lastSeen,sightings",
            "'=1+1,Name of =1+1,2026-03-01,2026-03-01T11:00:00Z,2026-03-01T11:01:00Z,1",
            "p,\"\"\"Cy\"\", the 2nd\",2026-03-01,2026-03-01T11:00:00Z,2026-03-01T11:00:00Z,1");
    JsonNode entry = admin.get("/api/v1/audit").json().at("/items/0");
    assertThat(entry.get("action").asText()).isEqualTo("attendance.export");
    assertThat(entry.at("/details/rows").asInt()).isEqualTo(2);
    assertThat(admin.get("/api/v1/attendance.csv").code()).isEqualTo("invalid");
  }
}
