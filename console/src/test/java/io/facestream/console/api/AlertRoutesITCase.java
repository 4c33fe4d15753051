package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.EventReader;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.Until;
import io.facestream.wire.Json;
import io.facestream.wire.SightedPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AlertRoutesITCase {
  private static final String ALERTS = "/api/v1/alerts";
  private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
  private static final SightedPerson ADA = person("ada", "guests", "staff");
  private static final SightedPerson BOB = person("bob", "staff");
  private static final int PARTITIONS = 4;

  @Parameter private TestDatabase kind;

  private DeskTopics kafka;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    kafka = TestBroker.fresh();
    console = new TestConsole(kind, kafka);
    admin = console.admin();
  }

  @AfterEach
  void end() {
    console.close();
  }

  /** Number n, on partition n mod 4. */
  private void write(int number, SightedPerson who) {
    TestBroker.write(
        kafka.topics().alerts().name(),
        number % PARTITIONS,
        "camera".getBytes(UTF_8),
        Json.toBytes(alert("camera", number, NOON.plusSeconds(number), who)));
  }

  private void awaitItems(int count) {
    Until.holds(() -> assertThat(admin.get(ALERTS).json().get("items")).hasSize(count));
  }

  private static List<Integer> read(EventReader events, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = events.next().data().get("alertId").asText();
      numbers.add(Integer.parseInt(id.substring(id.indexOf('-') + 1)));
    }
    return numbers;
  }

  private static List<Integer> ofPartition(List<Integer> numbers, int partition) {
    return numbers.stream().filter(number -> number % PARTITIONS == partition).toList();
  }

  @Test
  void shouldListEachAlertOnceNewestFirst() {
    write(0, ADA);
    write(1, BOB);
    write(1, BOB);
    write(2, ADA);
    awaitItems(3);
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = admin.get(ALERTS + "?limit=1" + cursor);
      ids.add(page.json().at("/items/0/alertId").asText());
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : null;
    } while (cursor != null);
    assertThat(ids).containsExactly("camera@0-2", "camera@0-1", "camera@0-0");
    assertThat(admin.get(ALERTS + "?person=bob").json().get("items")).hasSize(1);
  }

  @Test
  void shouldResumeExactlyAcrossPartitionsAndConsoles() {
    write(0, ADA);
    awaitItems(1);
    List<Integer> all = new ArrayList<>();
    String at;
    try (EventReader events = admin.events(ALERTS, null).begun()) {
      IntStream.range(1, 9).forEach(number -> write(number, ADA));
      all.addAll(read(events, 5));
      at = events.id();
    }
    console.close();
    IntStream.range(9, 21).forEach(number -> write(number, ADA));
    write(3, ADA); // told again by the job
    console = TestConsole.again(console, kafka);
    admin = console.admin();
    try (EventReader events = admin.events(ALERTS, at)) {
      all.addAll(read(events, 15));
      write(21, ADA);
      all.addAll(read(events, 1));
    }

    assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(1, 22).boxed().toList());
    for (int partition = 0; partition < PARTITIONS; partition++) {
      assertThat(ofPartition(all, partition)).isSorted();
    }
  }

  @Test
  void shouldTellAScopedKeyOfItsPeopleOnly() {
    Browser guests = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");
    write(0, BOB);
    awaitItems(1);
    assertThat(guests.get(ALERTS).json().get("items")).isEmpty();
    try (EventReader events = guests.events(ALERTS, null).begun()) {
      write(1, BOB);
      write(2, ADA);
      EventReader.Event event = events.next();
      assertThat(event.data().get("alertId").asText()).isEqualTo("camera@0-2");
      assertThat(event.data().at("/person/watchlists").toString()).isEqualTo("[\"guests\"]");
    }
  }

  @Test
  void shouldEndAStreamWithItsSession() {
    write(0, ADA);
    awaitItems(1);
    try (EventReader events = admin.events(ALERTS, null).begun()) {
      admin.delete("/api/v1/session");
      assertThat(events.next()).isNull();
    }
  }

  @Test
  void shouldEndAStreamWithItsKey() {
    write(0, ADA);
    awaitItems(1);
    Browser reader = console.withKey("\"rights\":[\"read\"],\"expires\":\"2026-03-01T13:00:00Z\"");
    try (EventReader events = reader.events(ALERTS, null).begun()) {
      console.clock().pass(Duration.ofHours(2));
      assertThat(events.next()).isNull();
    }
  }

  @Test
  void shouldReadATopicThatWasMadeAnewFromItsBeginning() {
    write(0, ADA);
    awaitItems(1);
    try (EventReader events = admin.events(ALERTS, null).begun()) {
      TestBroker.makeAnew(kafka, kafka.topics().alerts());
      write(4, ADA);
      assertThat(read(events, 1)).containsExactly(4);
    }
  }

  @Test
  void shouldRefuseAPositionThatIsNone() {
    Browser with = admin.with("Accept", "text/event-stream").with("Last-Event-ID", "5");
    assertThat(with.get(ALERTS).code()).isEqualTo("bad-position");
    with.with("Accept", null).with("Last-Event-ID", null);
  }

  @Test
  void shouldLimitStreamsOfACaller() {
    write(0, ADA);
    awaitItems(1);
    List<EventReader> open = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        open.add(admin.events(ALERTS, null).begun());
      }
      admin.with("Accept", "text/event-stream");
      assertThat(admin.get(ALERTS).code()).isEqualTo("too-many-streams");
      assertThat(console.withKey("\"rights\":[\"read\"]").events(ALERTS, null).begun().id())
          .isNotEmpty();
    } finally {
      open.forEach(EventReader::close);
    }
  }
}
