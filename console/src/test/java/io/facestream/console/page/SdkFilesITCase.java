package io.facestream.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkFilesITCase {
  private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TestConsole console;

  @BeforeEach
  void start() {
    console = new TestConsole(TestDatabase.H2);
  }

  @AfterEach
  void end() {
    console.close();
  }

  private HttpResponse<String> get(String path, String tag) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.address() + path));
    if (tag != null) {
      request.header("If-None-Match", tag);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sdk/facestream.js", "/sdk/capture.js"})
  void shouldLetEveryPageEmbedIt(String path) throws Exception {
    HttpResponse<String> answer = get(path, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");

    HttpResponse<String> again = get(path, header(answer, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(header(again, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/page/app.js", "/desk", "/api/v1/openapi.json", "/api/v1/people"})
  void shouldLetThemEmbedNothingElse(String path) throws Exception {
    HttpResponse<String> answer = get(path, null);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sdk/", "/sdk/package.json", "/sdk/../page/app.js", "/sdk/%2e%2e/js/http.js"})
  void shouldServeNothingElse(String path) throws Exception {
    assertThat(get(path, null).statusCode()).isIn(400, 404);
  }

  @Test
  void shouldServeWhateverItImports() throws Exception {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of("/sdk/capture.js"));
    while (!open.isEmpty()) {
      String path = open.pop();
      if (seen.add(path)) {
        HttpResponse<String> answer = get(path, null);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Matcher imports = IMPORT.matcher(answer.body());
        while (imports.find()) {
          open.add(URI.create(path).resolve(imports.group(1)).getPath());
        }
      }
    }
    assertThat(seen).contains("/sdk/facestream.js", "/sdk/events.js", "/sdk/capture/style.js");
  }
}
