package io.facestream.console;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.cli.AuditCommand;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.Receiver;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestGallery;
import io.facestream.console.testing.TestPostgres;
import io.facestream.console.testing.Until;
import io.facestream.console.webhooks.Reach;
import io.facestream.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** Two consoles share a PostgreSQL and a job. */
@Tag("thorough")
@Timeout(180)
class TwoConsolesITCase {
  private static final String ALERTS = "/api/v1/alerts";
  private static final String KEYS = "/api/v1/keys";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static TestPostgres postgres;

  private final DeskTopics desk = TestBroker.fresh();
  private final Receiver receiver = new Receiver();
  private TestConsole one;
  private TestConsole other;
  private Browser admin;

  @BeforeAll
  static void startDatabase() {
    postgres = new TestPostgres();
  }

  @AfterAll
  static void endDatabase() {
    postgres.close();
  }

  @BeforeEach
  void start() {
    one = new TestConsole(postgres.address(), desk, Reach.PRIVATE_TOO, new TestClock());
    other = TestConsole.again(one, desk);
    admin = one.admin();
  }

  @AfterEach
  void end() {
    other.close();
    one.close();
    receiver.close();
  }

  @Test
  void shouldStoreAndTellEachAlertOnce() {
    assertThat(
            admin
                .post(
                    "/api/v1/webhooks",
                    "{\"url\":\"" + receiver.url() + "\",\"events\":[\"alert\"]}")
                .status())
        .isEqualTo(201);
    for (int n = 0; n < 40; n++) {
      TestBroker.write(
          desk.topics().alerts().name(),
          n % 4,
          ("camera" + n % 4).getBytes(UTF_8),
          Json.toBytes(alert("camera", n, NOON.plusSeconds(n), person("ada", "staff"))));
    }
    Until.holds(() -> assertThat(other.admin().get(ALERTS).json().get("items")).hasSize(40));
    Until.holds(
        () ->
            assertThat(
                    postgres.ask(
                        "SELECT COUNT(*) FROM webhook_deliveries WHERE state <> 'delivered'"))
                .isEqualTo("0"));
    assertThat(receiver.told()).hasSize(40);
    assertThat(postgres.ask("SELECT COUNT(*) FROM webhook_deliveries")).isEqualTo("40");
  }

  @Test
  void shouldKnowSessionsKeysAndRequestsOfEachOther() {
    Browser visitor = other.stranger().withCookie(admin.cookie());
    assertThat(visitor.get("/api/v1/session").status()).isEqualTo(200);
    String wanted = "{\"name\":\"k\",\"rights\":[\"read\"]}";
    Answer made = admin.with("Idempotency-Key", "a").post(KEYS, wanted);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Browser second = other.admin();
    assertThat(second.with("Idempotency-Key", "a").post(KEYS, wanted).code())
        .isEqualTo("already-done");
    Browser program = other.stranger().withKey(made.text("secret"));
    assertThat(program.get(ALERTS).status()).isEqualTo(200);
    assertThat(second.delete(KEYS + "/" + made.text("id")).status()).isEqualTo(204);
    assertThat(one.stranger().withKey(made.text("secret")).get(ALERTS).status()).isEqualTo(401);
  }

  /** Changes of the same person at both never mix, and the log has each of them. */
  @Test
  void shouldChangeInTurns() {
    for (String photo : List.of("one", "two", "three")) {
      TestGallery.put(desk, "ada/" + photo, TestGallery.entry("ada", "Ada", "staff"));
    }
    for (TestConsole console : List.of(one, other)) {
      Until.holds(
          () ->
              assertThat(console.admin().get("/api/v1/people/ada").json().path("photos"))
                  .hasSize(3));
    }
    List<CompletableFuture<Answer>> asked = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      Browser at = (n % 2 == 0 ? one : other).admin();
      String name = "{\"name\":\"Ada " + n + "\"}";
      asked.add(
          CompletableFuture.supplyAsync(
              () -> at.send("PATCH", "/api/v1/people/ada", "application/json", name)));
    }
    asked.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
    Until.holds(
        () ->
            assertThat(
                    postgres.ask(
                        "SELECT COUNT(DISTINCT search_text) FROM templates WHERE person_id = 'ada'"))
                .isEqualTo("1"));
    assertThat(postgres.ask("SELECT COUNT(*) FROM gallery_changes")).isEqualTo("0");
    assertThat(postgres.ask("SELECT COUNT(*) FROM audit WHERE action = 'people.change'"))
        .isEqualTo("6");
    List<String> verify = new ArrayList<>(List.of("verify"));
    verify.addAll(List.of(postgres.options()));
    assertThat(new CommandLine(new AuditCommand()).execute(verify.toArray(String[]::new))).isZero();
  }
}
