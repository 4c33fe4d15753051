package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.access.Sessions;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SessionRoutesITCase {
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

  @Test
  void shouldLogInAndOut() {
    Browser browser = console.stranger();
    Answer in = browser.logIn("admin", TestConsole.PASSWORD);
    assertThat(in.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(browser.get(SESSION).text("name")).isEqualTo("admin");
    String cookie = browser.cookie();

    assertThat(browser.delete(SESSION).status()).isEqualTo(204);
    assertThat(browser.withCookie(cookie).get(SESSION).code()).isEqualTo("not-logged-in");
  }

  @Test
  void shouldChangeNothingWithoutTheSessionsToken() {
    Browser browser = console.admin();
    String other = console.admin().get(SESSION).text("csrf");
    for (String token : new String[] {null, "x", other}) {
      assertThat(browser.with("X-CSRF-Token", token).delete(SESSION).code()).isEqualTo("csrf");
    }
    assertThat(browser.get(SESSION).status()).isEqualTo(200);
  }

  @Test
  void shouldServeNoPageOfAnotherOrigin() {
    Browser browser = console.admin().with("Origin", "https://evil.example");
    assertThat(browser.get(SESSION).code()).isEqualTo("origin-not-allowed");
    assertThat(browser.logIn("admin", TestConsole.PASSWORD).code()).isEqualTo("origin-not-allowed");
    browser.with("Origin", console.address().toString());
    assertThat(browser.get(SESSION).status()).isEqualTo(200);
  }

  @Test
  void shouldNeverLogInToASessionThatAnotherKnows() {
    Browser attacker = console.admin();
    String planted = attacker.cookie();
    Browser victim = console.stranger().withCookie(planted);
    victim.logIn("admin", TestConsole.PASSWORD);

    assertThat(victim.cookie()).isNotEqualTo(planted);
    assertThat(attacker.get(SESSION).code()).isEqualTo("not-logged-in");

    Browser madeUp = console.stranger().withCookie("facestream=made-up");
    madeUp.logIn("admin", TestConsole.PASSWORD);
    assertThat(madeUp.cookie()).isNotEqualTo("facestream=made-up");
  }

  @Test
  void shouldEndASessionThatNobodyUsesAndTheLongest() {
    Browser browser = console.admin();
    console.clock().pass(Sessions.IDLE.minusSeconds(1));
    assertThat(browser.get(SESSION).status()).isEqualTo(200);
    console.clock().pass(Sessions.IDLE);
    assertThat(browser.get(SESSION).status()).isEqualTo(401);

    Browser busy = console.admin();
    for (Duration used = Duration.ZERO;
        used.compareTo(Sessions.LONGEST) < 0;
        used = used.plusMinutes(20)) {
      assertThat(busy.get(SESSION).status()).isEqualTo(200);
      console.clock().pass(Duration.ofMinutes(20));
    }
    assertThat(busy.get(SESSION).status()).isEqualTo(401);
  }

  @Test
  void shouldHoldUpGuessersAndTellNothingOfWhoExists() {
    Browser guesser = console.stranger();
    for (String name : new String[] {"admin", "nobody"}) {
      for (int i = 0; i < 5; i++) {
        Answer wrong = guesser.logIn(name, "wrong password " + i);
        assertThat(wrong.code()).isEqualTo("wrong-login");
        assertThat(wrong.text("title")).isEqualTo("Name or password is wrong");
      }
      Answer locked = guesser.logIn(name, TestConsole.PASSWORD);
      assertThat(locked.status()).isEqualTo(429);
      assertThat(locked.code()).isEqualTo("locked-out");
      assertThat(locked.header("Retry-After")).isEqualTo("900");
    }
    console.clock().pass(Duration.ofMinutes(15));
    assertThat(guesser.logIn("admin", TestConsole.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void shouldTakeANameWithNulForNobodys() {
    assertThat(console.stranger().logIn("admin\\u0000", TestConsole.PASSWORD).code())
        .isEqualTo("wrong-login");
  }

  @Test
  void shouldSetAPasswordByALinkOnce() {
    assertThat(
            console
                .stranger()
                .post(
                    "/api/v1/setup",
                    "{\"token\":\"made-up\",\"password\":\"another long password\"}")
                .code())
        .isEqualTo("link-ended");
    assertThat(
            console
                .stranger()
                .post("/api/v1/setup", "{\"token\":\"made-up\",\"password\":\"short\"}")
                .code())
        .isEqualTo("invalid");
  }

  @Test
  void shouldSendItsCookieOverTlsOnlyWhereThereIsTls() {
    URI address = URI.create("https://desk.example");
    try (TestConsole behind = new TestConsole(kind, address)) {
      Browser browser = behind.stranger().with("Origin", "https://desk.example");
      Answer in = browser.logIn("admin", TestConsole.PASSWORD);
      assertThat(in.header("Set-Cookie")).startsWith("__Host-facestream=").contains("; Secure");
      assertThat(in.header("Strict-Transport-Security")).isNotEmpty();
      assertThat(browser.get(SESSION).status()).isEqualTo(200);
    }
  }
}
