package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class KeyRoutesITCase {
  private static final String KEYS = "/api/v1/keys";

  @Parameter private TestDatabase kind;

  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    console = new TestConsole(kind);
    admin = console.admin();
  }

  @AfterEach
  void end() {
    console.close();
  }

  @Test
  void shouldShowASecretOnce() {
    Answer made =
        admin.post(
            KEYS, "{\"name\":\"shop\",\"rights\":[\"read\",\"admin\"],\"watchlists\":[\"a\"]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("secret")).matches("fs_[A-Za-z0-9_-]{43}");

    Answer list = admin.get(KEYS);
    assertThat(list.body()).contains(made.text("id")).doesNotContain(made.text("secret"));
    assertThat(list.json().at("/items/0/watchlists/0").asText()).isEqualTo("a");
  }

  @Test
  void shouldPassOverTheListByCursors() {
    for (int i = 0; i < 5; i++) {
      admin.post(KEYS, "{\"name\":\"k" + i + "\",\"rights\":[\"read\"]}");
    }
    Set<String> seen = new HashSet<>();
    JsonNode page = admin.get(KEYS + "?limit=2").json();
    int pages = 1;
    while (true) {
      page.get("items").forEach(key -> seen.add(key.get("id").asText()));
      if (!page.has("next")) {
        break;
      }
      page = admin.get(KEYS + "?limit=2&cursor=" + page.get("next").asText()).json();
      pages++;
    }
    assertThat(seen).hasSize(5);
    assertThat(pages).isEqualTo(3);
    assertThat(admin.get(KEYS + "?cursor=x").code()).isEqualTo("bad-cursor");
    assertThat(admin.get(KEYS + "?limit=0").code()).isEqualTo("invalid");
  }

  @Test
  void shouldEndARevokedKeyAtOnce() {
    Answer made = admin.post(KEYS, "{\"name\":\"x\",\"rights\":[\"admin\"]}");
    Browser with = console.stranger().withKey(made.text("secret"));
    assertThat(with.get(KEYS).status()).isEqualTo(200);
    assertThat(admin.delete(KEYS + "/" + made.text("id")).status()).isEqualTo(204);
    assertThat(with.get(KEYS).code()).isEqualTo("bad-key");
    assertThat(admin.delete(KEYS + "/000000000000").code()).isEqualTo("not-found");
  }

  @Test
  void shouldEndAKeyThatHasExpired() {
    Browser with = console.withKey("\"rights\":[\"admin\"],\"expires\":\"2026-03-01T13:00:00Z\"");
    assertThat(with.get(KEYS).status()).isEqualTo(200);
    console.clock().pass(Duration.ofHours(1));
    assertThat(with.get(KEYS).code()).isEqualTo("bad-key");
  }

  @Test
  void shouldRefuseAKeyThatLacksTheRight() {
    Browser with = console.withKey("\"rights\":[\"recognise\",\"enrol\",\"read\"]");
    Answer refused = with.get(KEYS);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("missing-right");
    assertThat(with.get("/api/v1/session").code()).isEqualTo("not-logged-in");
  }

  @Test
  void shouldNotMakeAKeyThatMayMoreThanItsMaker() {
    Browser shop = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"shop\"]");
    String name = "{\"name\":\"x\",\"rights\":[";
    assertThat(shop.post(KEYS, name + "\"read\"],\"watchlists\":[\"shop\"]}").code())
        .isEqualTo("exceeds-own");
    assertThat(shop.post(KEYS, name + "\"admin\"]}").code()).isEqualTo("exceeds-own");
    assertThat(shop.post(KEYS, name + "\"admin\"],\"watchlists\":[\"shop\",\"b\"]}").code())
        .isEqualTo("exceeds-own");
    assertThat(shop.post(KEYS, name + "\"admin\"],\"watchlists\":[\"shop\"]}").status())
        .isEqualTo(201);
  }

  @Test
  void shouldNotMakeAKeyThatOutlastsItsMaker() {
    Browser brief =
        console.withKey(
            "\"rights\":[\"admin\"],\"perMinute\":20,\"expires\":\"2026-03-01T13:00:00Z\"");
    String wanted = "{\"name\":\"x\",\"rights\":[\"admin\"],\"perMinute\":";
    assertThat(brief.post(KEYS, wanted + "20}").code()).isEqualTo("exceeds-own");
    assertThat(brief.post(KEYS, wanted + "20,\"expires\":\"2026-03-01T13:00:01Z\"}").code())
        .isEqualTo("exceeds-own");
    assertThat(brief.post(KEYS, wanted + "21,\"expires\":\"2026-03-01T13:00:00Z\"}").code())
        .isEqualTo("exceeds-own");
    assertThat(brief.post(KEYS, wanted + "20,\"expires\":\"2026-03-01T13:00:00Z\"}").status())
        .isEqualTo(201);
  }

  @Test
  void shouldNotSeeOrEndKeysOutsideItsScope() {
    Answer other = admin.post(KEYS, "{\"name\":\"x\",\"rights\":[\"read\"]}");
    Browser shop = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"shop\"]");
    assertThat(shop.get(KEYS).body()).doesNotContain(other.text("id"));
    assertThat(shop.delete(KEYS + "/" + other.text("id")).body())
        .isEqualTo(shop.delete(KEYS + "/000000000000").body());
    assertThat(shop.get("/api/v1/audit").code()).isEqualTo("scope-too-small");
  }

  @Test
  void shouldServeTheKeysOriginsOnly() {
    Browser page = console.withKey("\"rights\":[\"admin\"],\"origins\":[\"https://shop.example\"]");
    page.with("Origin", "https://shop.example");
    assertThat(page.get(KEYS).header("Access-Control-Allow-Origin"))
        .isEqualTo("https://shop.example");
    assertThat(page.send("OPTIONS", KEYS, null, null).header("Access-Control-Allow-Headers"))
        .contains("Authorization");

    page.with("Origin", "https://evil.example");
    Answer refused = page.get(KEYS);
    assertThat(refused.code()).isEqualTo("origin-not-allowed");
    assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    Answer preflight = page.send("OPTIONS", KEYS, null, null);
    assertThat(preflight.status()).isEqualTo(403);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void shouldHoldUpAKeyThatAsksTooOften() {
    Browser with = console.withKey("\"rights\":[\"admin\"],\"perMinute\":2");
    assertThat(with.get(KEYS).status()).isEqualTo(200);
    assertThat(with.get(KEYS).status()).isEqualTo(200);
    Answer held = with.get(KEYS);
    assertThat(held.code()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 30);
  }

  @Test
  void shouldNoteWhatWasDoneWithoutSecrets() {
    Answer made = admin.post(KEYS, "{\"name\":\"x\",\"rights\":[\"read\"]}");
    admin.delete(KEYS + "/" + made.text("id"));
    console.stranger().logIn("admin", "my secret password");

    Answer log = admin.get("/api/v1/audit?limit=3");
    assertThat(log.json().get("items").findValuesAsText("action"))
        .containsExactly("session.refuse", "key.revoke", "key.create");
    assertThat(log.body()).doesNotContain(made.text("secret"), "my secret password");
    Answer next = admin.get("/api/v1/audit?limit=3&cursor=" + log.text("next"));
    assertThat(next.json().get("items").findValuesAsText("action"))
        .containsExactly("session.open", "session.open", "password.set");
    assertThat(next.json().has("next")).isFalse();
  }
}
