package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.client.policies.PolicyTopic;
import io.facestream.client.reviews.ReviewTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.console.testing.Until;
import io.facestream.wire.Ids;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class ReviewRoutesITCase {
  private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");

  /** Than whatever the console's clock has said. */
  private static final Instant LATER = Instant.parse("2026-03-01T18:00:00Z");

  private static final String SIGHTINGS = "/api/v1/sightings";
  private static final String CONFIRMED = "{\"outcome\":\"confirmed\"}";

  @Parameter private TestDatabase kind;

  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    console = new TestConsole(kind, desk);
    admin = console.admin();
  }

  @AfterEach
  void end() {
    console.close();
  }

  private String path(SightedPerson who) {
    Sighting seen = sighting(SightingKind.CLOSE, "lobby", who, NOON, 2);
    TestEvents.write(desk.topics().sightings().name(), seen);
    Until.holds(() -> assertThat(admin.get(SIGHTINGS).json().get("items")).hasSize(1));
    return SIGHTINGS + "/" + item().get("id").asText();
  }

  private JsonNode item() {
    return admin.get(SIGHTINGS).json().at("/items/0");
  }

  private List<Review> written() {
    List<Review> all = new ArrayList<>();
    new ReviewTopic(desk.connection(), desk.reviews()).read(all::add);
    return all;
  }

  @Test
  void shouldTakeOneReviewOfEachAndShowThoseOfTheCommandLine() {
    String path = path(person("ada", "staff"));
    assertThat(item().get("reviewState").asText()).isEqualTo("none");
    Answer made = admin.post(path + "/review", CONFIRMED);
    assertThat(made.status()).isEqualTo(201);
    assertThat(admin.post(path + "/review", CONFIRMED).code()).isEqualTo("already-reviewed");
    assertThat(written()).extracting(Review::by).containsExactly("admin");
    assertThat(item().get("reviewState").asText()).isEqualTo("confirmed");

    String of = item().get("sightingId").asText();
    new ReviewTopic(desk.connection(), desk.reviews())
        .write(
            new Review(
                Review.SCHEMA,
                Ids.reviewId(of, "bob"),
                of,
                "lobby",
                "ada",
                ReviewOutcome.WRONG,
                "bob",
                NOON,
                "a twin"));
    Until.holds(() -> assertThat(item().get("reviewState").asText()).isEqualTo("disputed"));
    assertThat(item().at("/reviews/0/note").asText()).isEqualTo("a twin");
    JsonNode entry = admin.get("/api/v1/audit").json().at("/items/0");
    assertThat(entry.get("action").asText()).isEqualTo("review.add");
  }

  @Test
  void shouldAwaitASecondReviewerWhereTheListAsksForTwo() {
    String path = path(person("ada", "staff"));
    new PolicyTopic(desk.connection(), desk.topics().policies().name())
        .write(
            Map.of(
                PolicyKey.watchlist("staff"),
                new Policy(null, null, null, null, null, null, null, null, null, 2)));
    Until.holds(() -> assertThat(item().path("reviewers").asInt()).isEqualTo(2));
    assertThat(item().get("reviewState").asText()).isEqualTo("none");
    admin.post(path + "/review", CONFIRMED);
    assertThat(item().get("reviewState").asText()).isEqualTo("waiting");
    assertThat(admin.post(path + "/review", CONFIRMED).status()).isEqualTo(409);
    // The same person by the command line.
    String of = item().get("sightingId").asText();
    review(of, "admin", ReviewOutcome.CONFIRMED);
    Until.holds(() -> assertThat(item().at("/reviews/0/at").asText()).isEqualTo(LATER.toString()));
    assertThat(item().get("reviewState").asText()).isEqualTo("waiting");
    review(of, "bob", ReviewOutcome.CONFIRMED);
    Until.holds(() -> assertThat(item().get("reviews")).hasSize(2));
    assertThat(item().get("reviewState").asText()).isEqualTo("confirmed");
    review(of, "eve", ReviewOutcome.UNCLEAR);
    Until.holds(() -> assertThat(item().get("reviewState").asText()).isEqualTo("disputed"));
  }

  private void review(String of, String by, ReviewOutcome outcome) {
    new ReviewTopic(desk.connection(), desk.reviews())
        .write(
            new Review(
                Review.SCHEMA, Ids.reviewId(of, by), of, "lobby", "ada", outcome, by, LATER, null));
  }

  @Test
  void shouldRefuseWhoMayNotKnowOrMayNotSay() {
    String path = path(person("ada", "staff"));
    Browser guests = console.withKey("\"rights\":[\"enrol\"],\"watchlists\":[\"guests\"]");
    assertThat(guests.post(path + "/review", CONFIRMED).status()).isEqualTo(404);
    Browser reader = console.withKey("\"rights\":[\"read\"]");
    assertThat(reader.post(path + "/review", CONFIRMED).code()).isEqualTo("missing-right");
    assertThat(admin.post(path + "/review", "{}").code()).isEqualTo("invalid");
    assertThat(admin.post(path + "/review", "{\"outcome\":\"confirmed\",\"note\":\" \"}").code())
        .isEqualTo("invalid");
    assertThat(written()).isEmpty();
  }

  @Test
  void shouldHaveNothingToReviewOfSomebodyUnknown() {
    String path = path(SightedPerson.unknown("unknown/3f9a2c7be1d04a56"));
    assertThat(admin.post(path + "/review", CONFIRMED).code()).isEqualTo("nobody-named");
  }

  @Test
  void shouldTakeAnAlertForWrong() {
    TestBroker.write(
        desk.topics().alerts().name(), "c", alert("c", 0, NOON, person("ada", "staff")));
    Until.holds(() -> assertThat(admin.get("/api/v1/alerts").json().get("items")).hasSize(1));
    String id = admin.get("/api/v1/alerts").json().at("/items/0/id").asText();
    Answer made = admin.post("/api/v1/alerts/" + id + "/wrong", "{\"note\":\"a twin\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(written()).extracting(Review::of).containsExactly("c@0-0");
    assertThat(written()).extracting(Review::outcome).containsExactly(ReviewOutcome.WRONG);
  }
}
