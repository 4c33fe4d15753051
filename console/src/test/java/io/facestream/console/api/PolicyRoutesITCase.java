package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.policies.PolicyTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRoutesITCase {
  private static final String POLICIES = "/api/v1/policies";
  private static final String VIP = POLICIES + "/watchlist~1vip";
  private static final String STRICT = "{\"threshold\":0.5,\"reviewRequired\":true}";

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

  private PolicyTopic topic() {
    return new PolicyTopic(desk.connection(), desk.topics().policies().name());
  }

  private static Answer create(Browser browser, String path, String policy) {
    browser.with("If-None-Match", "*");
    Answer answer = browser.send("PUT", path, "application/json", policy);
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

  @Test
  void shouldLayDownChangeAndTakeBack() {
    assertThat(admin.get(POLICIES).json().get("items")).isEmpty();
    assertThat(admin.get(VIP).status()).isEqualTo(404);
    Answer made = create(admin, VIP, STRICT);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.text("key")).isEqualTo("watchlist/vip");
    assertThat(admin.get(VIP).body()).isEqualTo(made.body());
    assertThat(admin.get(VIP).header("ETag")).isEqualTo(made.header("ETag")).isNotEmpty();
    assertThat(admin.get(POLICIES).json().at("/items/0/policy/threshold").asDouble())
        .isEqualTo(0.5);
    assertThat(topic().read().byKey().get(PolicyKey.watchlist("vip")).policy())
        .isEqualTo(new Policy(0.5, null, null, null, true, null, null));

    Answer changed = change(admin, "PUT", VIP, made.header("ETag"), "{\"threshold\":0.6}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("policy")).hasSize(1);
    assertThat(changed.header("ETag")).isNotEqualTo(made.header("ETag"));
    assertThat(change(admin, "DELETE", VIP, made.header("ETag"), null).code())
        .isEqualTo("changed-meanwhile");
    assertThat(change(admin, "DELETE", VIP, changed.header("ETag"), null).status()).isEqualTo(204);
    assertThat(admin.get(VIP).status()).isEqualTo(404);
    assertThat(topic().read().byKey()).isEmpty();
    assertThat(admin.get("/api/v1/audit").json().findValuesAsText("action"))
        .startsWith("policy.unset", "policy.set", "policy.set");
    assertThat(admin.get("/api/v1/audit").body()).contains("threshold=0.5  reviewRequired=true");
  }

  @Test
  void shouldNotUndoWhatSomebodyElseHasDoneMeanwhile() {
    String seen = create(admin, VIP, STRICT).header("ETag");
    assertThat(admin.send("PUT", VIP, "application/json", STRICT).status()).isEqualTo(428);
    assertThat(admin.delete(VIP).code()).isEqualTo("precondition-required");
    assertThat(create(admin, VIP, STRICT).status()).isEqualTo(412);
    // As the command line does.
    topic().write(Map.of(PolicyKey.watchlist("vip"), Policy.ofThreshold(0.7)));
    assertThat(change(admin, "PUT", VIP, seen, STRICT).code()).isEqualTo("changed-meanwhile");
    assertThat(
            change(admin, "PUT", VIP, "\"x\", " + admin.get(VIP).header("ETag"), STRICT).status())
        .isEqualTo(200);
    assertThat(change(admin, "PUT", POLICIES + "/default", "*", STRICT).status()).isEqualTo(412);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default | {\"threshold\":1.5} | threshold is 1.5 | It must be a number from -1 to 1",
        "default | {\"treshold\":0.5} | There is no field 'treshold' in a policy | There are",
        "default | {} | The policy says nothing | Name a field",
        "default | {\"falseAlerts\":\"0.1%\"} | Nobody has measured | Give a threshold",
        "default | {\"cameras\":[\"gate\"]} | cameras is of watchlists alone | Put the people on",
        "default | {\"ignore\":[[[0,0],[1,0],[1,1]]]} | ignore is of cameras alone | Lay it down",
        "camera~1a | {\"ignore\":[[[0,0],[1,0]]]} | ignore: zone 1 has 2 corners | Give it 3 to 32",
        "default | {\"reviewers\":3} | reviewers is 3 | It must be 1 or 2",
        "default | nonsense | The policy is not JSON | Say it as",
        "camera~1 | {\"threshold\":0.5} | The key 'camera/' names nobody | Put a name",
        "list~1vip | {\"threshold\":0.5} | The key 'list/vip' is none | It is default"
      })
  void shouldRefuseWhatCannotBeWithReasonAndCure(
      String key, String policy, String reason, String cure) {
    Answer refused = create(admin, POLICIES + "/" + key, policy);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("policy-refused");
    assertThat(refused.text("title")).startsWith(reason);
    assertThat(refused.text("cure")).startsWith(cure);
    assertThat(topic().read().byKey()).isEmpty();
  }

  @Test
  void shouldShowAndChangeThoseOfItsOwnWatchlistsOnly() {
    create(admin, POLICIES + "/default", STRICT);
    String staff = POLICIES + "/watchlist~1staff";
    String etag = create(admin, staff, STRICT).header("ETag");
    Browser scoped = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"vip\"]");
    assertThat(create(scoped, VIP, STRICT).status()).isEqualTo(200);
    assertThat(scoped.get(POLICIES).json().get("items")).hasSize(1);
    assertThat(scoped.get(POLICIES).json().at("/items/0/key").asText()).isEqualTo("watchlist/vip");
    for (String path : new String[] {"/default", "/watchlist~1staff", "/watchlist~1nobody", "/x"}) {
      assertThat(scoped.get(POLICIES + path).status()).isEqualTo(404);
      assertThat(create(scoped, POLICIES + path, STRICT).status()).isEqualTo(404);
      assertThat(change(scoped, "DELETE", POLICIES + path, etag, null).status()).isEqualTo(404);
    }
    assertThat(admin.get(staff).header("ETag")).isEqualTo(etag);
    Browser reader = console.withKey("\"rights\":[\"read\",\"enrol\"]");
    assertThat(reader.get(POLICIES).code()).isEqualTo("missing-right");
    assertThat(create(reader, VIP, STRICT).code()).isEqualTo("missing-right");
  }

  @Test
  void shouldTakeNamesWithSlashesAndTildes() {
    Answer made = create(admin, POLICIES + "/camera~1rtsp:~1~1a~0b%20c", STRICT);
    assertThat(made.text("key")).isEqualTo("camera/rtsp://a~b c");
    assertThat(made.text("id")).isEqualTo("camera~1rtsp:~1~1a~0b c");
  }

  @Test
  void shouldSayThatThereIsNoBroker() {
    try (TestConsole alone = new TestConsole(TestDatabase.H2)) {
      assertThat(alone.admin().get(POLICIES).code()).isEqualTo("broker-away");
      assertThat(create(alone.admin(), VIP, STRICT).code()).isEqualTo("broker-away");
      assertThat(alone.admin().get("/api/v1/evaluate").code()).isEqualTo("broker-away");
      assertThat(alone.admin().post(POLICIES + "/rehearse", "{}").code()).isEqualTo("broker-away");
    }
  }
}
