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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesITCase {
  /** A path, since a field may be named "from" as well. */
  private static final Pattern IMPORT = Pattern.compile("from ?[\"'](\\.{0,2}/[^\"']+)[\"']");

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

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/desk, text/html",
    "/setup, text/html",
    "/api/v1/docs, text/html",
    "/page/app.js, text/javascript",
    "/page/style.css, text/css",
    "/page/icon.svg, image/svg+xml"
  })
  void shouldServeFilesForAnybody(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self';")
        .doesNotContain("unsafe");

    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get(path, tag).statusCode()).isEqualTo(304);
    assertThat(get(path, "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/../store/migrations/V1__access_and_audit.sql",
        "/page/%2e%2e/store/migrations/V1__access_and_audit.sql",
        "/page/..%2fapi/openapi.yaml",
        "/page//app.js",
        "/page/views/",
        "/page/index.html",
        "/nothing"
      })
  void shouldServeNothingElse(String path) throws Exception {
    assertThat(get(path, null).statusCode()).isIn(400, 404);
  }

  /** Each module that is reached from the page by imports is there. */
  @Test
  void shouldServeWhateverItImports() throws Exception {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of("/page/app.js", "/page/docs.js"));
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
    assertThat(seen).contains("/page/views/desk.js", "/page/lib/directive.js");
  }
}
