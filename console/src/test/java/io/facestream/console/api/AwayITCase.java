package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.client.BrokerPatience;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.EventReader;
import io.facestream.console.testing.OwnBroker;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestGallery;
import io.facestream.console.testing.TestPostgres;
import io.facestream.console.testing.Until;
import io.facestream.console.webhooks.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broker or database go away under the console, and come back: it says so, and goes on. */
@Tag("thorough")
@Timeout(300)
class AwayITCase {
  private static final String ALERTS = "/api/v1/alerts";
  private static final String ADA = "/api/v1/people/ada";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final OwnBroker broker = new OwnBroker();
  private final TestPostgres postgres = new TestPostgres();
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    // Told of a broker that is away after two seconds, where it would be ten.
    System.setProperty(BrokerPatience.PROPERTY, "2000");
    console = new TestConsole(postgres.address(), broker.desk(), Reach.PUBLIC, new TestClock());
    admin = console.admin();
    TestGallery.put(broker.desk(), "ada/one", TestGallery.entry("ada", "Ada", "staff"));
    awaitHealth(200);
    Until.holds(() -> assertThat(admin.get(ADA).status()).isEqualTo(200));
  }

  @AfterEach
  void end() {
    console.close();
    postgres.close();
    broker.close();
    System.clearProperty(BrokerPatience.PROPERTY);
  }

  private JsonNode awaitHealth(int status) {
    Until.holds(() -> assertThat(console.stranger().get("/health").status()).isEqualTo(status));
    return console.stranger().get("/health").json().get("parts");
  }

  private void raise(int from, int to) {
    broker.write(
        broker.desk().topics().alerts().name(),
        "camera",
        IntStream.range(from, to)
            .mapToObj(n -> alert("camera", n, NOON.plusSeconds(n), person("ada", "staff")))
            .toArray());
  }

  private void awaitAlerts(int count) {
    Until.holds(() -> assertThat(admin.get(ALERTS).json().get("items")).hasSize(count));
  }

  private static void assertIsAway(String code, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  private static String awaitBroker(EventReader feed) {
    EventReader.Event event;
    do {
      event = feed.next();
    } while (!event.name().equals("broker"));
    return event.data().toString();
  }

  @Test
  void shouldSayThatTheBrokerIsAwayAndGoOnWhenItIsBack() {
    raise(0, 3);
    awaitAlerts(3);
    List<String> told = new ArrayList<>();
    EventReader live = admin.events(ALERTS, null).begun();
    EventReader feed = admin.events("/api/v1/feed", null).opened();
    broker.stop();
    assertThat(awaitBroker(feed)).isEqualTo("{\"up\":false}");
    JsonNode parts = awaitHealth(503);
    assertThat(parts.get("broker").asText()).isEqualTo("down");
    assertThat(parts.get("database").asText()).isEqualTo("up");

    assertThat(admin.get(ADA).text("name")).isEqualTo("Ada");
    Until.holds(() -> assertIsAway("broker-away", change("Augusta")));
    assertIsAway("broker-away", admin.delete(ADA));
    assertIsAway("broker-away", admin.get("/api/v1/policies"));
    assertIsAway("broker-away", admin.postPicture("/api/v1/recognize", Pictures.grey(320, 240)));
    assertThat(admin.get(ADA).text("name")).isEqualTo("Ada");

    broker.resume();
    assertThat(awaitBroker(feed)).isEqualTo("{\"up\":true}");
    awaitHealth(200);
    raise(3, 6);
    for (int i = 0; i < 3; i++) {
      told.add(live.next().data().get("alertId").asText());
    }
    assertThat(told).containsExactly("camera@0-3", "camera@0-4", "camera@0-5");
    Until.holds(() -> assertThat(change("Augusta").status()).isEqualTo(200));
    assertThat(admin.get(ADA).text("name")).isEqualTo("Augusta");
    live.close();
    feed.close();
  }

  private Answer change(String name) {
    return admin.send("PATCH", ADA, "application/json", "{\"name\":\"" + name + "\"}");
  }

  @Test
  void shouldSayThatTheDatabaseIsAwayAndGoOnWhenItIsBack() {
    raise(0, 3);
    awaitAlerts(3);
    EventReader live = admin.events(ALERTS, null).begun();
    String at = live.id();
    postgres.stop();
    assertIsAway("database-away", admin.get(ADA));
    JsonNode parts = awaitHealth(503);
    assertThat(parts.get("database").asText()).isEqualTo("down");
    assertThat(parts.get("broker").asText()).isEqualTo("up");
    raise(3, 8);
    TestGallery.put(broker.desk(), "bob/one", TestGallery.entry("bob", "Bob", "guests"));
    assertThat(live.next()).as("what comes on a stream that cannot go on").isNull();

    postgres.resume();
    awaitHealth(200);
    awaitAlerts(8);
    Until.holds(() -> assertThat(admin.get("/api/v1/people/bob").status()).isEqualTo(200));
    List<String> told = new ArrayList<>();
    try (EventReader again = admin.events(ALERTS, at)) {
      for (int i = 0; i < 5; i++) {
        told.add(again.next().data().get("alertId").asText());
      }
    }
    assertThat(told)
        .containsExactly("camera@0-3", "camera@0-4", "camera@0-5", "camera@0-6", "camera@0-7");
  }

  /** The receipt is there, and says what is not yet done. */
  @Test
  void shouldEraseLaterWhatTheBrokerDoesNotTakeNow() {
    TestGallery.takeRecords(broker.desk(), false);
    Answer receipt = admin.delete(ADA);
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
    assertThat(receipt.json().at("/places/0/state").asText()).isEqualTo("pending");

    TestGallery.takeRecords(broker.desk(), true);
    String path = "/api/v1/erasures/" + receipt.text("erasureId");
    Until.holds(
        () -> assertThat(admin.get(path).json().at("/places/0/state").asText()).isEqualTo("gone"));
    assertThat(admin.get(ADA).status()).isEqualTo(404);
  }
}
