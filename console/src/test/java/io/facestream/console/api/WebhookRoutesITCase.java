package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.Receiver;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestEvents;
import io.facestream.console.testing.Until;
import io.facestream.console.webhooks.Reach;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.SightingKind;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Webhooks, at a receiver who is really there. */
@Tag("thorough")
@OnEachDatabase
class WebhookRoutesITCase {
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final SightedPerson ADA = person("ada", "guests", "staff");
  private static final SightedPerson BOB = person("bob", "staff");

  @Parameter private TestDatabase kind;

  /** Receivers look at the clock on the wall. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final Receiver receiver = new Receiver();
  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    console = new TestConsole(kind, desk, Reach.PRIVATE_TOO, new TestClock(now));
    // A key: sessions end while the time passes.
    admin = console.withKey("\"rights\":[\"admin\",\"read\"],\"perMinute\":1000000");
  }

  @AfterEach
  void end() {
    console.close();
    receiver.close();
  }

  private Answer make(Browser by, String url, String events) {
    Answer made = by.post(WEBHOOKS, "{\"url\":\"" + url + "\",\"events\":[\"" + events + "\"]}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made;
  }

  private void raise(int number, SightedPerson who) {
    TestBroker.write(
        desk.topics().alerts().name(), "door", alert("door", number, now.plusSeconds(number), who));
  }

  private void see(SightingKind step, SightedPerson who, long frames) {
    TestEvents.write(desk.topics().sightings().name(), sighting(step, "door", who, now, frames));
  }

  private void awaitTold(Receiver by, int count) {
    Until.holds(() -> assertThat(by.told()).hasSize(count));
  }

  private JsonNode delivery(String webhook) {
    return admin.get(WEBHOOKS + "/" + webhook + "/deliveries").json().at("/items/0");
  }

  private void awaitDelivery(String webhook, String state, int attempts) {
    Until.holds(
        () -> {
          JsonNode delivery = delivery(webhook);
          assertThat(delivery.path("state").asText()).as(delivery.toString()).isEqualTo(state);
          assertThat(delivery.path("attempts").asInt()).isEqualTo(attempts);
          if (state.equals("waiting")) {
            // Until the attempt is noted it would come up again two minutes later.
            assertThat(Instant.parse(delivery.get("nextAt").asText()))
                .isNotEqualTo(console.clock().instant().plus(Duration.ofMinutes(2)));
          }
        });
  }

  @Test
  void shouldTellAnAlertSignedAndWithoutPicture() throws Exception {
    Answer made = make(admin, receiver.url(), "alert");
    raise(1, ADA);
    awaitTold(receiver, 1);
    Receiver.Told told = receiver.told().get(0);
    told.verify(made.text("secret"));
    assertThat(told.type()).isEqualTo("application/cloudevents+json");
    JsonNode event = told.json();
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("type").asText()).isEqualTo("io.facestream.alert");
    assertThat(event.get("source").asText()).isEqualTo(console.address().toString());
    assertThat(event.get("id").asText()).isEqualTo(told.id());
    JsonNode alert = admin.get("/api/v1/alerts").json().at("/items/0");
    assertThat(event.get("data")).isEqualTo(alert);
    assertThat(told.id()).isEqualTo(alert.get("id").asText());
    assertThat(Instant.parse(event.get("time").asText())).isEqualTo(now.plusSeconds(1));
    awaitDelivery(made.text("id"), "delivered", 1);
    raise(1, ADA); // told again by the job
    raise(2, ADA);
    awaitTold(receiver, 2);
    assertThat(receiver.told().get(1).id()).isNotEqualTo(told.id());
  }

  @Test
  void shouldBeRecognisedWhereItWasReplayedOrChanged() throws Exception {
    String secret = make(admin, receiver.url(), "alert").text("secret");
    raise(1, ADA);
    awaitTold(receiver, 1);
    Receiver.Told told = receiver.told().get(0);
    told.verify(secret);
    String later = Long.toString(now.plusSeconds(1).getEpochSecond());
    assertThatThrownBy(() -> told.with("webhook-timestamp", later).verify(secret))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> told.with("webhook-id", "another").verify(secret))
        .isInstanceOf(WebhookVerificationException.class);
    console.close();
    TestClock yesterday = new TestClock(now.minus(Duration.ofDays(1)));
    console = new TestConsole(kind, TestBroker.fresh(), Reach.PRIVATE_TOO, yesterday);
    Browser past = console.admin();
    Answer made = make(past, receiver.url(), "alert");
    past.post(WEBHOOKS + "/" + made.text("id") + "/test", "{}");
    awaitTold(receiver, 2);
    assertThatThrownBy(() -> receiver.told().get(1).verify(made.text("secret")))
        .hasMessageContaining("too old");
  }

  @Test
  void shouldTryAgainUnderTheSameIdUntilItIsTaken() throws Exception {
    String id = make(admin, receiver.url(), "alert").text("id");
    receiver.answering(503);
    raise(1, ADA);
    awaitDelivery(id, "waiting", 1);
    assertThat(delivery(id).get("failure").asText()).isEqualTo("answered 503");
    int port = receiver.port();
    receiver.close();
    console.clock().pass(Duration.ofSeconds(10));
    awaitDelivery(id, "waiting", 2);
    assertThat(delivery(id).get("failure").asText()).isEqualTo("no connection");
    try (Receiver back = new Receiver(port)) {
      console.clock().pass(Duration.ofSeconds(30));
      awaitDelivery(id, "delivered", 3);
      assertThat(back.told()).hasSize(1);
      assertThat(back.told().get(0).id()).isEqualTo(receiver.told().get(0).id());
      assertThat(back.told().get(0).body()).isEqualTo(receiver.told().get(0).body());
    }
  }

  @Test
  void shouldGiveUpAfterADayAndTellAnewWhenAsked() {
    String id = make(admin, receiver.url(), "alert").text("id");
    receiver.answering(500);
    raise(1, ADA);
    for (int attempt = 1; attempt < 10; attempt++) {
      awaitDelivery(id, "waiting", attempt);
      console.clock().pass(Duration.ofHours(18));
    }
    awaitDelivery(id, "dead", 10);
    assertThat(admin.get(WEBHOOKS).json().at("/items/0/dead").asInt()).isEqualTo(1);
    assertThat(delivery(id).has("nextAt")).isFalse();
    receiver.answering(200);
    String delivery = delivery(id).get("id").asText();
    Answer again = admin.post(WEBHOOKS + "/" + id + "/deliveries/" + delivery + "/retry", "{}");
    assertThat(again.status()).isEqualTo(202);
    awaitDelivery(id, "delivered", 1);
    assertThat(receiver.told()).hasSize(11);
    assertThat(receiver.told().stream().map(Receiver.Told::id).distinct()).hasSize(1);
    assertThat(admin.post(WEBHOOKS + "/" + id + "/deliveries/made-up/retry", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void shouldEndWhereNobodyWantsToBeToldAnyMore() {
    String id = make(admin, receiver.url(), "alert").text("id");
    receiver.answering(410);
    raise(1, ADA);
    awaitDelivery(id, "dead", 1);
    assertThat(admin.get(WEBHOOKS).json().at("/items/0").has("ended")).isTrue();
    raise(2, ADA);
    Until.holds(() -> assertThat(admin.get("/api/v1/alerts").json().get("items")).hasSize(2));
    assertThat(admin.get(WEBHOOKS + "/" + id + "/deliveries").json().get("items")).hasSize(1);
    assertThat(admin.post(WEBHOOKS + "/" + id + "/test", "{}").code()).isEqualTo("webhook-ended");
    assertThat(admin.get("/api/v1/audit").body()).contains("\"webhook.end\"");
    assertThat(receiver.told()).hasSize(1);
  }

  @Test
  void shouldLoseAndDoubleNothingOverAnEndOfTheConsole() {
    String id = make(admin, receiver.url(), "alert").text("id");
    receiver.answering(503);
    raise(1, ADA);
    awaitDelivery(id, "waiting", 1);
    console.close();
    raise(2, ADA);
    receiver.answering(204);
    console = TestConsole.again(console, desk);
    admin = console.admin();
    console.clock().pass(Duration.ofSeconds(10));
    Until.holds(
        () -> assertThat(admin.get(WEBHOOKS).json().at("/items/0/delivered").asInt()).isEqualTo(2));
    assertThat(receiver.told()).hasSize(3);
    assertThat(receiver.told().stream().map(Receiver.Told::id).distinct()).hasSize(2);
  }

  /** What was under way as the console ended is no attempt that failed. */
  @Test
  void shouldTellAgainWhatWasUnderWayAsItEnded() {
    String id;
    try (Receiver slow = new Receiver().slow()) {
      id = make(admin, slow.url(), "alert").text("id");
      raise(1, ADA);
      awaitTold(slow, 1);
      console.close();
      console = TestConsole.again(console, desk);
      admin = console.admin();
      awaitTold(slow, 2);
      assertThat(delivery(id).get("attempts").asInt()).isEqualTo(1);
      assertThat(slow.told().get(1).id()).isEqualTo(slow.told().get(0).id());
    }
  }

  @Test
  void shouldNotLetASlowReceiverDelayOthers() {
    try (Receiver slow = new Receiver().slow()) {
      String id = make(admin, slow.url(), "alert").text("id");
      make(admin, receiver.url(), "alert");
      for (int i = 0; i < 12; i++) {
        raise(i, ADA);
      }
      awaitTold(receiver, 12);
      assertThat(admin.get(WEBHOOKS + "/" + id + "/deliveries").body()).doesNotContain("delivered");
    }
  }

  @Test
  void shouldTellOfTheBeginningAndTheEndOfAVisit() {
    make(admin, receiver.url(), "sighting");
    see(SightingKind.OPEN, BOB, 1);
    see(SightingKind.UPDATE, BOB, 4);
    see(SightingKind.OPEN, BOB, 1);
    awaitTold(receiver, 1);
    see(SightingKind.CLOSE, BOB, 9);
    see(SightingKind.CLOSE, BOB, 9);
    awaitTold(receiver, 2);
    see(SightingKind.CLOSE, ADA, 2);
    awaitTold(receiver, 3);
    assertThat(receiver.told())
        .extracting(told -> told.json().get("type").asText())
        .containsExactly(
            "io.facestream.sighting.opened",
            "io.facestream.sighting.closed",
            "io.facestream.sighting.closed");
    JsonNode closed = receiver.told().get(1).json();
    assertThat(closed.get("id").asText()).isEqualTo(closed.at("/data/id").asText() + "-closed");
    assertThat(closed.at("/data/frames").asInt()).isEqualTo(9);
  }

  @Test
  void shouldTellOfNobodyOutsideTheScopeOfItsMaker() {
    Browser guests = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"guests\"]");
    String id = make(guests, receiver.url(), "alert\",\"sighting").text("id");
    raise(1, BOB);
    see(SightingKind.OPEN, SightedPerson.unknown("unknown/3f9a2c7be1d04a56"), 1);
    raise(2, ADA);
    awaitTold(receiver, 1);
    Until.holds(() -> assertThat(admin.get("/api/v1/sightings").json().get("items")).hasSize(1));
    JsonNode told = receiver.told().get(0).json();
    assertThat(told.at("/data/person/personId").asText()).isEqualTo("ada");
    assertThat(told.at("/data/person/watchlists").toString()).isEqualTo("[\"guests\"]");
    assertThat(guests.get(WEBHOOKS + "/" + id + "/deliveries").json().get("items")).hasSize(1);

    String outside = "{\"url\":\"" + receiver.url() + "\",\"events\":[\"alert\"],\"watchlists\":";
    Answer staff = guests.post(WEBHOOKS, outside + "[\"staff\"]}");
    assertThat(staff.status()).isEqualTo(400);
    assertThat(staff.body()).isEqualTo(guests.post(WEBHOOKS, outside + "[\"none\"]}").body());
    Answer own = admin.post(WEBHOOKS, outside + "[\"staff\"]}");
    assertThat(own.json().at("/watchlists/0").asText()).isEqualTo("staff");
    assertThat(guests.get(WEBHOOKS).json().findValuesAsText("id")).containsExactly(id);
    String path = WEBHOOKS + "/" + own.text("id");
    assertThat(guests.delete(path).body()).isEqualTo(guests.delete(WEBHOOKS + "/none").body());
    assertThat(guests.get(path + "/deliveries").status()).isEqualTo(404);
    assertThat(guests.post(path + "/test", "{}").status()).isEqualTo(404);
    assertThat(console.withKey("\"rights\":[\"read\"]").get(WEBHOOKS).code())
        .isEqualTo("missing-right");
  }

  /** Ada is on two watchlists, Bob on one. */
  @Test
  void shouldTellOfAnErasureAndForgetWhatItWasToTellOfThePerson() {
    enrol(ADA);
    enrol(BOB);
    Browser enrols = console.withKey("\"rights\":[\"enrol\",\"read\"],\"perMinute\":1000000");
    Until.holds(() -> assertThat(enrols.get("/api/v1/people").json().get("items")).hasSize(2));
    Browser guests =
        console.withKey("\"rights\":[\"admin\",\"enrol\"],\"watchlists\":[\"guests\"]");
    String ofGuests;
    try (Receiver guest = new Receiver()) {
      ofGuests = make(guests, guest.url(), "alert\",\"erasure").text("id");
      String id = make(admin, receiver.url(), "alert\",\"erasure").text("id");
      receiver.answering(503);
      raise(1, ADA);
      awaitDelivery(id, "waiting", 1);
      awaitTold(guest, 1);
      guest.answering(503);
      raise(2, ADA);
      awaitDelivery(id, "waiting", 1);
      awaitDelivery(ofGuests, "waiting", 1);
      guest.answering(204);

      // Off the guests' list only: still there for who may see the other.
      assertThat(guests.delete("/api/v1/people/ada").status()).isEqualTo(202);
      awaitTold(guest, 3);
      assertThat(guests.get(WEBHOOKS + "/" + ofGuests + "/deliveries").json().get("items"))
          .hasSize(1);
      JsonNode told = guest.told().get(2).json();
      assertThat(told.get("type").asText()).isEqualTo("io.facestream.erasure");
      assertThat(told.at("/data/personId").asText()).isEqualTo("ada");
      assertThat(guests.get(told.at("/data/receipt").asText()).text("erasureId"))
          .isEqualTo(told.get("id").asText());
      assertThat(delivery(id).get("event").asText()).isEqualTo("alert");

      receiver.answering(204);
      assertThat(enrols.delete("/api/v1/people/ada").status()).isEqualTo(202);
      assertThat(enrols.delete("/api/v1/people/bob").status()).isEqualTo(202);
      awaitTold(receiver, 4);
      assertThat(receiver.told().subList(2, 4))
          .extracting(erased -> erased.json().at("/data/personId").asText())
          .containsExactlyInAnyOrder("ada", "bob");
      assertThat(admin.get(WEBHOOKS + "/" + id + "/deliveries").json().findValuesAsText("event"))
          .containsExactly("erasure", "erasure");
      assertThat(guests.get(WEBHOOKS + "/" + ofGuests + "/deliveries").json().get("items"))
          .hasSize(1);
      assertThat(guest.told()).hasSize(3);
    }
  }

  /** Ada is known by Bob's id, and what she was known by before goes too. */
  @Test
  void shouldForgetWhatItWasToTellOfWhoWasMerged() {
    enrol(ADA);
    enrol(BOB);
    Browser enrols = console.withKey("\"rights\":[\"enrol\",\"read\"],\"perMinute\":1000000");
    Until.holds(() -> assertThat(enrols.get("/api/v1/people").json().get("items")).hasSize(2));
    Browser staff = console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"staff\"]");
    try (Receiver others = new Receiver()) {
      make(staff, others.url(), "erasure");
      String id = make(admin, receiver.url(), "alert\",\"erasure").text("id");
      receiver.answering(503);
      raise(1, ADA);
      awaitDelivery(id, "waiting", 1);
      Answer merged = enrols.post("/api/v1/people/ada/merge", "{\"into\":\"bob\"}");
      assertThat(merged.status()).as(merged.body()).isEqualTo(200);
      receiver.answering(204);
      assertThat(enrols.delete("/api/v1/people/bob").status()).isEqualTo(202);
      awaitTold(receiver, 2);
      JsonNode told = receiver.told().get(1).json().get("data");
      assertThat(told.get("personIds").toString()).isEqualTo("[\"bob\",\"ada\"]");
      assertThat(told.has("receipt")).isTrue();
      assertThat(admin.get(WEBHOOKS + "/" + id + "/deliveries").json().findValuesAsText("event"))
          .containsExactly("erasure");
      // The receipt of who may see all is not for them.
      awaitTold(others, 1);
      assertThat(others.told().get(0).json().get("data").has("receipt")).isFalse();
    }
  }

  @Test
  void shouldLeaveRoomForOthers() {
    Browser guests =
        console.withKey("\"rights\":[\"admin\"],\"watchlists\":[\"guests\"],\"perMinute\":1000");
    String wanted = "{\"url\":\"https://shop.example/\",\"events\":[\"alert\"]}";
    for (int i = 0; i < 50; i++) {
      assertThat(guests.post(WEBHOOKS, wanted).status()).isEqualTo(201);
    }
    assertThat(guests.post(WEBHOOKS, wanted).code()).isEqualTo("too-many-webhooks");
    assertThat(admin.post(WEBHOOKS, wanted).status()).isEqualTo(201);
  }

  private void enrol(SightedPerson who) {
    try (GalleryWriter writer =
        GalleryWriter.open(new GalleryTopic(desk.connection(), desk.topics().gallery().name()))) {
      writer.put(
          who.personId() + "/1",
          GalleryEntry.newBuilder()
              .setPersonId(who.personId())
              .setName(who.name())
              .addAllWatchlists(who.watchlists())
              .addEmbedding(1)
              .build());
    }
  }

  @Test
  void shouldEndWithTheKeyThatMadeIt() {
    Browser leaked = console.withKey("\"rights\":[\"admin\"]");
    make(leaked, receiver.url(), "alert");
    String key =
        admin.get(WEBHOOKS).json().at("/items/0/createdBy").asText().replaceFirst("key:", "");
    console.admin().delete("/api/v1/keys/" + key);
    raise(1, ADA);
    Until.holds(() -> assertThat(admin.get("/api/v1/alerts").json().get("items")).hasSize(1));
    JsonNode webhook = admin.get(WEBHOOKS).json().at("/items/0");
    assertThat(webhook.has("ended")).isTrue();
    assertThat(webhook.get("waiting").asInt()).isZero();
    assertThat(receiver.told()).isEmpty();
  }

  @Test
  void shouldMakeTestAndRemoveOneAndSayWhoDid() {
    Answer made = make(admin, receiver.url(), "alert");
    String path = WEBHOOKS + "/" + made.text("id");
    assertThat(admin.get(WEBHOOKS).body()).doesNotContain(made.text("secret"));
    assertThat(admin.post(path + "/test", "{}").status()).isEqualTo(202);
    awaitTold(receiver, 1);
    assertThat(receiver.told().get(0).json().get("type").asText()).isEqualTo("io.facestream.test");
    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(admin.delete(path).status()).isEqualTo(404);
    assertThat(admin.get("/api/v1/audit").json().findValuesAsText("action"))
        .startsWith("webhook.delete", "webhook.test", "webhook.create");
    assertThat(admin.get("/api/v1/audit").body())
        .contains("\"host\":\"127.0.0.1\"")
        .doesNotContain("/hook")
        .doesNotContain(made.text("secret"));
  }

  @Test
  void shouldRefuseWhatItCannotBeToldBy() {
    for (String body :
        List.of(
            "{}",
            "{\"url\":\"https://shop.example/\"}",
            "{\"url\":\"https://shop.example/\",\"events\":[]}",
            "{\"url\":\"https://shop.example/\",\"events\":[\"visit\"]}",
            "{\"url\":\"https://shop.example/\",\"events\":[\"alert\"],\"watchlists\":[\"\"]}",
            "{\"url\":\"http://shop.example/\",\"events\":[\"alert\"]}",
            "{\"url\":\"https://169.254.169.254/\",\"events\":[\"alert\"]}")) {
      assertThat(admin.post(WEBHOOKS, body).code()).as(body).isEqualTo("invalid");
    }
    console.close();
    console = new TestConsole(kind, desk);
    String here = "{\"url\":\"" + receiver.url() + "\",\"events\":[\"alert\"]}";
    assertThat(console.admin().post(WEBHOOKS, here).code()).isEqualTo("invalid");
  }
}
