package io.facestream.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Sessions;
import io.facestream.console.once.KeptAnswers;
import io.facestream.console.testing.TestClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures that are the console's own. */
class ProblemsITCase {
  private static final TestClock CLOCK = new TestClock();

  @Test
  void shouldTellNothingOfAFailureButItsId() throws Exception {
    HttpResponse<String> answer =
        ask(
            context -> {
              throw new IllegalStateException("a password in a message");
            });
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(problem.get("code").asText()).isEqualTo("internal");
    assertThat(problem.get("id").asText())
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    assertThat(answer.body()).doesNotContain("password", "IllegalState");
  }

  @Test
  void shouldSayThatTheDatabaseIsAway() throws Exception {
    List<Exception> failures =
        List.of(
            new ConnectionException(new SQLException("at db.example", "08001")),
            new IllegalStateException(new SQLException("at db.example", "08006")),
            new IllegalStateException(new SQLException("at db.example", "57P01")),
            new IllegalStateException(new SQLException("at db.example", "90067", 90067)),
            new IllegalStateException(new SQLTimeoutException("at db.example")));
    for (Exception failure : failures) {
      HttpResponse<String> answer =
          ask(
              context -> {
                throw failure;
              });
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("\"database-away\"").doesNotContain("db.example");
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }
  }

  /** Of several on the way the last that is no trusted proxy; others can say what they like. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 203.0.113.7 | 127.0.0.1",
        "127.0.0.1 | 203.0.113.7 | 203.0.113.7",
        "127.0.0.0/8 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
        "127.0.0.1,10.0.0.0/8 | 198.51.100.1, 203.0.113.7, 10.1.2.3 | 203.0.113.7",
        "127.0.0.1 | 2001:db8::1 | 2001:db8:0:0:0:0:0:1",
        "127.0.0.1 | localhost | 127.0.0.1",
        "127.0.0.1 | unknown | 127.0.0.1",
        "127.0.0.1 | '' | 127.0.0.1"
      })
  void shouldTakeATrustedProxysWordOnly(String trusted, String forwarded, String expected)
      throws Exception {
    List<String> proxies = trusted.isEmpty() ? List.of() : List.of(trusted.split(","));
    HttpResponse<String> answer =
        ask(
            new ServerOptions(ServerOptions.LOOPBACK, 0, null, proxies),
            context -> context.result(context.ip()),
            forwarded);
    assertThat(answer.body()).isEqualTo(expected);
  }

  private static HttpResponse<String> ask(Routes.OpenAction action) throws Exception {
    return ask(new ServerOptions(ServerOptions.LOOPBACK, 0, null), action, "");
  }

  private static HttpResponse<String> ask(
      ServerOptions options, Routes.OpenAction action, String forwarded) throws Exception {
    try (ConsoleServer server =
        ConsoleServer.start(
            options,
            new Sessions(null, CLOCK),
            new ApiKeys(null, CLOCK),
            new KeptAnswers(null, CLOCK),
            new Queries(Map.of()),
            means -> List.of(routes -> routes.addOpen("GET", "/fails", action)))) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/fails");
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(address).header("X-Forwarded-For", forwarded).build(),
              HttpResponse.BodyHandlers.ofString());
    }
  }
}
