package io.facestream.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Sessions;
import io.facestream.console.testing.TestClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

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
            new IllegalStateException(new SQLException("at db.example", "08006")));
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

  private static HttpResponse<String> ask(Routes.OpenAction action) throws Exception {
    try (ConsoleServer server =
        ConsoleServer.start(
            new ServerOptions(ServerOptions.LOOPBACK, 0, null),
            new Sessions(null, CLOCK),
            new ApiKeys(null, CLOCK),
            means -> List.of(routes -> routes.addOpen("GET", "/fails", action)))) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/fails");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
