package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What makes a secret is made once, and the secret is not kept to be told again. */
@OnEachDatabase
class RepeatsITCase {
  private static final String KEYS = "/api/v1/keys";
  private static final String DOOR = "{\"name\":\"door\",\"rights\":[\"read\"]}";

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
  void shouldMakeAKeyOnceAndNotKeepItsSecret() {
    admin.with("Idempotency-Key", "a");
    Answer made = admin.post(KEYS, DOOR);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Answer again = admin.post(KEYS, DOOR);
    assertThat(again.code()).isEqualTo("already-done");
    assertThat(again.body()).doesNotContain(made.text("secret"));
    assertThat(admin.post(KEYS, DOOR.replace("door", "gate")).code()).isEqualTo("key-reused");
    assertThat(admin.get(KEYS).json().get("items")).hasSize(1);
    assertThat(admin.with("Idempotency-Key", "b").post(KEYS, DOOR).status()).isEqualTo(201);
  }

  @Test
  void shouldTryAgainWhatWasRefused() {
    admin.with("Idempotency-Key", "a");
    assertThat(admin.post(KEYS, "{\"name\":\"door\",\"rights\":[]}").code()).isEqualTo("invalid");
    assertThat(admin.post(KEYS, DOOR).status()).isEqualTo(201);
  }

  @Test
  void shouldReadNoMoreOfTheBodyThanWithoutAKey() {
    admin.with("Idempotency-Key", "a");
    Answer refused = admin.post(KEYS, DOOR + " ".repeat(70_000));
    assertThat(refused.status()).as(refused.body()).isEqualTo(413);
    assertThat(refused.header("Connection")).isEqualTo("close");
  }

  @Test
  void shouldTakeNoKeyThatIsNone() {
    assertThat(admin.with("Idempotency-Key", "x".repeat(201)).post(KEYS, DOOR).code())
        .isEqualTo("invalid");
    assertThat(admin.with("Idempotency-Key", "a b").post(KEYS, DOOR).code()).isEqualTo("invalid");
  }
}
