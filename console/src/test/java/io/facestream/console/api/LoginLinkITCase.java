package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.access.LoginLinks;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class LoginLinkITCase {
  private static final String LINK = "/api/v1/session/link";
  private static final String SESSION = "/api/v1/session";

  @Parameter private TestDatabase kind;

  private TestConsole console;

  @BeforeEach
  void start() {
    console = new TestConsole(kind);
  }

  @AfterEach
  void end() {
    console.close();
  }

  private static Answer use(Browser browser, String token) {
    return browser.post(LINK, "{\"token\":\"" + token + "\"}");
  }

  @Test
  void shouldLogInOnce() {
    String token = console.loginToken();
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    Browser browser = console.stranger();
    Answer in = use(browser, token);
    assertThat(in.text("name")).isEqualTo("admin");
    assertThat(in.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
    assertThat(browser.get(SESSION).status()).isEqualTo(200);

    Answer again = use(console.stranger(), token);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.code()).isEqualTo("link-ended");
    JsonNode entry = browser.get("/api/v1/audit?limit=1").json().at("/items/0");
    assertThat(entry.path("action").asText()).isEqualTo("session.open");
    assertThat(entry.at("/details/by").asText()).isEqualTo("link");
    assertThat(entry.toString()).doesNotContain(token);
  }

  @Test
  void shouldEndWhenNobodyUsesIt() {
    String token = console.loginToken();
    console.clock().pass(LoginLinks.LASTS.minusMillis(1));
    String second = console.loginToken();
    console.clock().pass(LoginLinks.LASTS.minusMillis(1));
    assertThat(use(console.stranger(), token).code()).isEqualTo("link-ended");
    assertThat(use(console.stranger(), second).status()).isEqualTo(200);
  }

  @Test
  void shouldLetInNobodyByAnythingElse() {
    assertThat(use(console.stranger(), "made-up").code()).isEqualTo("link-ended");
    assertThat(console.stranger().post(LINK, "{}").code()).isEqualTo("invalid");
    Browser foreign = console.stranger().with("Origin", "https://evil.example");
    String token = console.loginToken();
    assertThat(use(foreign, token).code()).isEqualTo("origin-not-allowed");
    assertThat(use(console.stranger(), token).status()).isEqualTo(200);
  }

  /** Nobody can be made to log in to a session that another knows. */
  @Test
  void shouldEndTheSessionThatCameWithIt() {
    Browser attacker = console.admin();
    Browser victim = console.stranger().withCookie(attacker.cookie());
    use(victim, console.loginToken());
    assertThat(attacker.get(SESSION).code()).isEqualTo("not-logged-in");
    assertThat(victim.get(SESSION).status()).isEqualTo(200);
  }
}
