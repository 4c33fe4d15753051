package io.facestream.console;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static io.facestream.console.testing.TestGallery.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.console.store.Database;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.EventReader;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestGallery;
import io.facestream.console.testing.Until;
import io.facestream.wire.Ids;
import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;

/** What topics tell of somebody who is erased. */
@Tag("thorough")
@Timeout(120)
@OnEachDatabase
class ErasedEventsITCase {
  private static final SightedPerson ADA = person("ada", "guests");
  private static final SightedPerson BOB = person("bob", "guests");
  private static final String ALERTS = "/api/v1/alerts";
  private static final String SIGHTINGS = "/api/v1/sightings";

  @Parameter private TestDatabase kind;

  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;
  private Instant now;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    TestGallery.put(desk, "ada/one", entry("ada", "Ada", "guests"));
    console = new TestConsole(kind, desk);
    now = console.clock().instant();
    admin = console.admin();
    Until.holds(() -> assertThat(admin.get("/api/v1/people/ada").status()).isEqualTo(200));
  }

  @AfterEach
  void end() {
    console.close();
  }

  /** All in one partition, so that who waits for the last has seen the others. */
  private void raise(int number, SightedPerson who, Duration later) {
    TestBroker.write(
        desk.topics().alerts().name(), "door", alert("door", number, now.plus(later), who));
  }

  private void see(SightingKind step, SightedPerson who, long frames) {
    TestBroker.write(
        desk.topics().sightings().name(), "door", sighting(step, "door", who, now, frames));
  }

  private void review(String of, String person) {
    TestBroker.write(
        desk.reviews(),
        of,
        new Review(
            Review.SCHEMA,
            Ids.reviewId(of, "carl"),
            of,
            "door",
            person,
            ReviewOutcome.WRONG,
            "carl",
            now,
            "That was somebody else"));
  }

  private void awaitPeople(String list, String... ids) {
    Until.holds(
        () ->
            assertThat(admin.get(list).json().get("items").findValuesAsText("personId"))
                .containsExactlyInAnyOrder(ids));
  }

  private int reviews() {
    try (Database open = Database.open(console.database())) {
      return open.jdbi()
          .withHandle(
              handle -> handle.createQuery("SELECT COUNT(*) FROM reviews").mapTo(int.class).one());
    }
  }

  private void erase() {
    Answer receipt = admin.delete("/api/v1/people/ada");
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
  }

  @Test
  void shouldStoreNothingOfWhoIsErased() {
    see(SightingKind.OPEN, ADA, 1);
    raise(1, ADA, Duration.ZERO);
    awaitPeople(SIGHTINGS, "ada");
    awaitPeople(ALERTS, "ada");
    erase();
    assertThat(admin.get(ALERTS).json().get("items")).isEmpty();
    assertThat(admin.get(SIGHTINGS).json().get("items")).isEmpty();

    see(SightingKind.CLOSE, ADA, 9);
    raise(1, ADA, Duration.ZERO);
    raise(2, ADA, Duration.ofMinutes(9));
    see(SightingKind.OPEN, BOB, 1);
    raise(3, BOB, Duration.ZERO);
    awaitPeople(SIGHTINGS, "bob");
    awaitPeople(ALERTS, "bob");
  }

  @Test
  void shouldTellNothingOfWhoIsErasedAsItHappens() {
    erase();
    try (EventReader feed = admin.events("/api/v1/feed", null).opened()) {
      see(SightingKind.OPEN, ADA, 1);
      see(SightingKind.OPEN, BOB, 1);
      assertThat(next(feed, "sighting").at("/person/personId").asText()).isEqualTo("bob");
      raise(1, ADA, Duration.ZERO);
      raise(2, BOB, Duration.ZERO);
      assertThat(next(feed, "alert").at("/person/personId").asText()).isEqualTo("bob");
    }
  }

  private static JsonNode next(EventReader feed, String name) {
    EventReader.Event event = feed.next();
    while (!event.name().equals(name)) {
      event = feed.next();
    }
    return event.data();
  }

  @Test
  void shouldStoreWhatHappensToWhoIsEnrolledAgain() {
    erase();
    TestGallery.put(desk, "ada/two", entry("ada", "Ada", "guests"));
    Until.holds(() -> assertThat(admin.get("/api/v1/people/ada").status()).isEqualTo(200));
    raise(1, ADA, Duration.ofMinutes(-1));
    raise(2, ADA, Duration.ofMinutes(1));
    awaitPeople(ALERTS, "ada");
    assertThat(admin.get(ALERTS).json().at("/items/0/at").asText())
        .isEqualTo(now.plus(Duration.ofMinutes(1)).toString());
  }

  /** Also those of what the console has never seen. */
  @Test
  void shouldForgetReviewsOfWhoIsErased() {
    raise(1, ADA, Duration.ZERO);
    awaitPeople(ALERTS, "ada");
    review(Ids.frameId("door", 0, 1), "ada");
    review(Ids.frameId("door", 0, 7), "ada");
    Until.holds(() -> assertThat(reviews()).isEqualTo(2));
    erase();
    assertThat(reviews()).isZero();
    review(Ids.frameId("door", 0, 1), "ada");
    review(Ids.frameId("door", 0, 1), "bob");
    Until.holds(() -> assertThat(reviews()).isPositive());
    assertThat(reviews()).isOne();
  }
}
