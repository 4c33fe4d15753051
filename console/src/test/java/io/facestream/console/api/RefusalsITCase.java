package io.facestream.console.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses whatever the database. */
class RefusalsITCase {
  private static final String KEYS = "/api/v1/keys";

  private static TestConsole console;
  private static Browser admin;

  @BeforeAll
  static void start() {
    console = new TestConsole(TestDatabase.H2);
    admin = console.admin();
  }

  @AfterAll
  static void end() {
    console.close();
  }

  @Test
  void shouldSayWhatABrowserMay() {
    for (String path : new String[] {"/health", "/no-such-thing", "/api/v1/session"}) {
      Answer answer = console.stranger().get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Server")).isEmpty();
      assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void shouldTellUnknownRoutesByAProblem() {
    assertThat(admin.get("/api/v1/no-such-thing").code()).isEqualTo("not-found");
    Answer put = admin.send("PUT", KEYS, null, null);
    assertThat(put.code()).isEqualTo("method-not-allowed");
    assertThat(put.header("Allow")).contains("GET", "POST");
  }

  /** The document has no word on it, since HTTP has. */
  @Test
  void shouldAnswerHeadAsGetWithoutTheBody() throws Exception {
    String key =
        admin.post(KEYS, "{\"name\":\"x\",\"rights\":[\"admin\",\"read\"]}").text("secret");
    HttpResponse<String> head = head(KEYS, key);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(head.body()).isEmpty();
    assertThat(head(KEYS, "none").statusCode()).isEqualTo(401);
    assertThat(head("/health", key).statusCode())
        .isEqualTo(console.stranger().get("/health").status());
    assertThat(head("/api/v1/feed", key).statusCode()).isEqualTo(405);
  }

  private static HttpResponse<String> head(String path, String key) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(console.address().resolve(path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + key)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Or it would be passed over, and the answer be of everybody. */
  @Test
  void shouldRefuseAParameterThatIsMisspeltOrComesTwice() {
    for (String query : new String[] {"?wathclist=shop", "?limit=5&limit=6"}) {
      Answer refused = admin.get("/api/v1/people" + query);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("invalid");
    }
    assertThat(admin.get("/api/v1/people?limit=5").status()).isEqualTo(200);
  }

  @Test
  void shouldRefuseABodyOfAnotherType() {
    String body = "{\"name\":\"x\",\"rights\":[\"read\"]}";
    for (String type : new String[] {null, "text/plain", "application/x-www-form-urlencoded"}) {
      assertThat(admin.send("POST", KEYS, type, body).code()).isEqualTo("wrong-type");
    }
    assertThat(admin.send("POST", KEYS, "application/json; charset=utf-8", body).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}{}",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"rights\":[]}",
        "{\"name\":\"x\",\"rights\":[\"all\"]}",
        "{\"name\":\"x\",\"rights\":[null]}",
        "{\"name\":\"x\",\"rights\":\"read\"}",
        "{\"name\":7,\"rights\":[\"read\"]}",
        "{\"name\":true,\"rights\":[\"read\"]}",
        "{\"name\":\"e\",\"name\":\"f\",\"rights\":[\"read\"]}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"perMinute\":5.9}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"perMinute\":\"5\"}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"expires\":1e999999999}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"expires\":5}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"expires\":\"1990-01-01T00:00:00Z\"}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"expires\":\"+10000-01-01T00:00:00Z\"}",
        "{\"name\":\"\\ud800\",\"rights\":[\"read\"]}",
        "{\"name\":\"a\\u202eb\",\"rights\":[\"read\"]}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"watchlists\":[\"\\ud800\"]}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"origins\":[\"https://a.example:443\"]}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"origins\":[\"http://a.example:99999\"]}",
        "{\"name\":\"\\u0000\",\"rights\":[\"read\"]}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"watchlists\":[\"\"]}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"perMinute\":0}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"expires\":\"tomorrow\"}",
        "{\"name\":\"x\",\"rights\":[\"read\"],\"scope\":[\"misspelt\"]}"
      })
  void shouldRefuseABodyThatDoesNotFit(String body) {
    Answer refused = admin.post(KEYS, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("invalid");
    assertThat(refused.body()).doesNotContain("jackson", "Exception", "java.");
  }

  @Test
  void shouldRefuseAnOversizeBodyThatSaysSo() {
    Answer refused = admin.post(KEYS, "{\"name\":\"" + "x".repeat(70_000) + "\"}");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("too-large");
  }

  /** In pieces, so that no header tells how much will come. */
  @Test
  void shouldReadNoMoreOfAnOversizeBodyThanItMayHave() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", console.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\n")
              .getBytes(ISO_8859_1));
      String piece = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
      for (int i = 0; i < 9; i++) {
        out.write(piece.getBytes(ISO_8859_1));
      }
      out.flush();
      // The body never ends; the answer comes all the same.
      byte[] begin = socket.getInputStream().readNBytes(12);
      assertThat(new String(begin, ISO_8859_1)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void shouldTellNothingOfItselfWhenTheRequestIsNone() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", console.address().getPort())) {
      socket.getOutputStream().write("nonsense\r\n\r\n".getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "\"code\":\"refused\"")
          .doesNotContainIgnoringCase("jetty");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer fs_x", "fs_x", "Bearer null"})
  void shouldRefuseWhatIsNoKey(String authorization) {
    Browser with = console.stranger().with("Authorization", authorization);
    Answer refused = with.get(KEYS);
    assertThat(refused.code()).isEqualTo("bad-key");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void shouldSayHowItIsAndCount() {
    Browser stranger = console.stranger();
    assertThat(stranger.get("/health/live").text("status")).isEqualTo("up");
    assertThat(stranger.get("/health").json().at("/parts/database").asText()).isEqualTo("up");
    admin.get(KEYS);
    stranger.get("/api/v1/no/such/thing");
    assertThat(stranger.get("/metrics").body())
        .contains(
            "facestream_console_request_seconds_count"
                + "{method=\"GET\",route=\"/api/v1/keys\",status=\"200\"} 1")
        .doesNotContain("such/thing");
  }
}
