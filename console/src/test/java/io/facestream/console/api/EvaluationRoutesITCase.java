package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.NamedFaces;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.Until;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class EvaluationRoutesITCase {
  private static final String PACK = "standard";

  @Parameter private TestDatabase kind;

  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    DeskTopics fresh = TestBroker.fresh();
    desk =
        new DeskTopics(
            fresh.connection(), fresh.topics(), fresh.reviews(), fresh.cameras(), PACK, null);
    console = new TestConsole(kind, desk);
    admin = console.admin();
    enrol("ada", "vip", "staff");
    enrol("ben", "vip");
    enrol("cem");
    lay(PolicyKey.watchlist("vip"), Policy.ofThreshold(0.99));
    lay(PolicyKey.watchlist("staff"), Policy.ofFalseAlerts(0.001));
    lay(PolicyKey.person("cem"), Policy.ofThreshold(0.5));
    Until.holds(() -> assertThat(admin.get("/api/v1/people").json().get("items")).hasSize(3));
  }

  @AfterEach
  void end() {
    console.close();
  }

  private void enrol(String id, String... watchlists) {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setPersonId(id)
            .setName("Name of " + id)
            .addAllWatchlists(List.of(watchlists))
            .setModelId(ModelPacks.named(PACK).embedder().modelId())
            .setQuality(0.9f)
            .addEmbedding(1);
    TestBroker.write(
        desk.topics().gallery().name(),
        null,
        (id + "/1").getBytes(UTF_8),
        entry.build().toByteArray());
  }

  private void lay(PolicyKey key, Policy policy) {
    new PolicyTopic(desk.connection(), desk.topics().policies().name()).write(Map.of(key, policy));
  }

  private JsonNode item(Browser browser, String key) {
    for (JsonNode item : browser.get("/api/v1/evaluate").json().get("items")) {
      if (item.get("key").asText().equals(key)) {
        return item;
      }
    }
    throw new AssertionError("nothing of " + key);
  }

  @Test
  void shouldSayWhatEachPolicyMeansWithTheGallery() {
    assertThat(admin.get("/api/v1/evaluate").json().get("items").findValuesAsText("key"))
        .containsExactly("default", "watchlist/staff", "watchlist/vip", "person/cem");
    JsonNode usual = item(admin, "default");
    assertThat(usual.has("version")).isFalse();
    assertThat(usual.get("falseAlerts").asDouble()).isEqualTo(0.003);
    assertThat(usual.get("templatesInReach").asInt()).isEqualTo(3);
    assertThat(usual.get("templates").asInt()).isEqualTo(3);
    assertThat(usual.has("falseAlertsADay")).isFalse();
    JsonNode vip = item(admin, "watchlist/vip");
    assertThat(vip.get("templates").asInt()).isEqualTo(2);
    assertThat(vip.get("threshold").asDouble()).isEqualTo(0.99);
    assertThat(vip.get("beyondCurve").asBoolean()).isTrue();
    JsonNode staff = item(admin, "watchlist/staff");
    assertThat(staff.get("origin").asText()).isEqualTo("watchlist/staff");
    assertThat(staff.get("version").asInt()).isEqualTo(1);
    assertThat(item(admin, "person/cem").get("templates").asInt()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheOptionsOfTheJobFromItsVerdicts() {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    TestBroker.write(
        desk.topics().verdicts().name(),
        "lobby",
        NamedFaces.verdict(PACK, "lobby", 0, now, person("ada", "vip"), 0.995));
    Until.holds(
        () ->
            assertThat(item(admin, "default").get("threshold").asDouble())
                .isCloseTo(0.5, within(1e-9)));
    assertThat(admin.get("/api/v1/evaluate").json().get("cameras").asInt()).isEqualTo(1);
  }

  @Test
  void shouldTellThoseOfItsOwnWatchlistsOnlyAndNotHowManyOthersThereAre() {
    Browser scoped = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"vip\"]");
    assertThat(scoped.get("/api/v1/evaluate").json().get("items")).hasSize(1);
    JsonNode vip = item(scoped, "watchlist/vip");
    assertThat(vip.get("templates").asInt()).isEqualTo(2);
    assertThat(vip.has("templatesInReach")).isFalse();
    Browser reader = console.withKey("\"rights\":[\"read\"]");
    assertThat(reader.get("/api/v1/evaluate").code()).isEqualTo("missing-right");
  }
}
