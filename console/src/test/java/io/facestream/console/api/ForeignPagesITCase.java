package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told of pages of other origins, which embed the SDK; there is no job here. */
class ForeignPagesITCase {
  private static final String SHOP = "https://shop.example";
  private static final String RECOGNIZE = "/api/v1/recognize";
  private static final String PEOPLE = "/api/v1/people";
  private static final byte[] PICTURE = Pictures.grey(64, 64);

  private TestConsole console;
  private Browser shop;

  @BeforeEach
  void start() {
    console = new TestConsole(TestDatabase.H2);
    shop = console.withKey("\"rights\":[\"recognise\",\"enrol\"],\"origins\":[\"" + SHOP + "\"]");
    shop.with("Origin", SHOP);
  }

  @AfterEach
  void end() {
    console.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {RECOGNIZE, "/api/v1/analyze", PEOPLE, PEOPLE + "/x/photos"})
  void shouldLetAPageOfAKeySend(String path) {
    Answer preflight = console.stranger().with("Origin", SHOP).send("OPTIONS", path, null, null);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(preflight.header("Access-Control-Allow-Headers").split(", "))
        .contains("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID");
    assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  /** Else its script could not say what is wrong. */
  @Test
  void shouldLetItReadWhatIsRefused() {
    assertIsReadable(shop.postPicture(RECOGNIZE, PICTURE), "broker-away");
    assertIsReadable(shop.postPicture(RECOGNIZE, new byte[] {1}), "no-picture");
    assertIsReadable(
        shop.post(PEOPLE, "{\"name\":\"Ada\",\"face\":\"face_no\",\"watchlists\":[\"a\"]}"),
        "token-ended");
    assertIsReadable(shop.get(PEOPLE), "missing-right");
    shop.withKey("fs_none");
    assertIsReadable(shop.get(PEOPLE), "bad-key");
  }

  private static void assertIsReadable(Answer answer, String code) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Access-Control-Allow-Origin")).as(code).isEqualTo(SHOP);
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("Retry-After");
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @Test
  void shouldLetNoOtherPageUseTheKey() {
    console.withKey("\"rights\":[\"read\"],\"origins\":[\"https://other.example\"]");
    for (String origin : new String[] {"https://other.example", "https://evil.example", "null"}) {
      shop.with("Origin", origin);
      for (Answer refused :
          new Answer[] {
            shop.postPicture(RECOGNIZE, PICTURE),
            shop.post(PEOPLE, "{\"name\":\"Ada\",\"face\":\"face_no\"}")
          }) {
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("origin-not-allowed");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
      }
    }
  }

  /** A page of a key's origin is still no page of the console. */
  @Test
  void shouldNotLetItUseSomebodysSession() {
    Browser admin = console.admin().with("Origin", SHOP);
    Answer refused = admin.postPicture(RECOGNIZE, PICTURE);
    assertThat(refused.code()).isEqualTo("origin-not-allowed");
    assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(admin.get(PEOPLE).code()).isEqualTo("origin-not-allowed");
  }
}
