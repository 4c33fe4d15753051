package io.facestream.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.ConsoleProcess;
import io.facestream.console.testing.TestGallery;
import io.facestream.console.testing.TestJob;
import io.facestream.console.testing.TestPostgres;
import io.facestream.console.testing.Until;
import io.facestream.wire.proto.GalleryEntry;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The console's process is killed in the middle of a change, and started again: all of the change
 * is there, or nothing, and whoever asks again gets what he asked for once. It is held in the
 * middle by a gallery that takes no records, or by rows of the database that somebody else has.
 */
@Tag("thorough")
@Timeout(300)
class KilledITCase {
  private static final String PEOPLE = "/api/v1/people";
  private static final String ADA = PEOPLE + "/ada";

  @RegisterExtension static final TestJob JOB = new TestJob();

  private static TestPostgres postgres;
  private static String key;

  private ConsoleProcess console;
  private String once = UUID.randomUUID().toString();

  @BeforeAll
  static void startDatabase() {
    postgres = new TestPostgres();
    key = ConsoleProcess.key(postgres.options());
  }

  @AfterAll
  static void endDatabase() {
    postgres.close();
  }

  @BeforeEach
  void start() {
    takeRecords(true);
    put("ada/one", "ada", "Ada", "staff");
    put("ada/two", "ada", "Ada", "staff");
    put("bob/one", "bob", "Bob", "guests");
    again();
    Until.holds(() -> assertThat(photos("ada")).isEqualTo(2));
    Until.holds(() -> assertThat(photos("bob")).isEqualTo(1));
  }

  @AfterEach
  void end() {
    console.close();
  }

  private static void put(String id, String person, String name, String list) {
    TestGallery.put(JOB.desk(), id, TestGallery.entry(person, name, list));
  }

  private void again() {
    console = ConsoleProcess.start(JOB.desk(), postgres.options());
  }

  private void kill() {
    console.kill();
    takeRecords(true);
  }

  private Browser desk() {
    return console.stranger().withKey(key);
  }

  private CompletableFuture<Answer> begin(String method, String path, String body) {
    Browser desk = desk().with("Idempotency-Key", once);
    return CompletableFuture.supplyAsync(() -> desk.send(method, path, "application/json", body));
  }

  private int photos(String person) {
    return desk().get(PEOPLE + "/" + person).json().path("photos").size();
  }

  private static String ask(String sql) {
    return postgres.ask(sql);
  }

  private static void awaitRow(String table) {
    Until.holds(() -> assertThat(ask("SELECT COUNT(*) FROM " + table)).isNotEqualTo("0"));
  }

  private static void takeRecords(boolean takes) {
    TestGallery.takeRecords(JOB.desk(), takes);
  }

  private static Map<String, GalleryEntry> gallery() {
    GalleryTopic topic =
        new GalleryTopic(JOB.desk().connection(), JOB.desk().topics().gallery().name());
    try (GalleryReader reader = GalleryReader.open(topic)) {
      return new TreeMap<>(reader.latest((id, entry) -> entry));
    }
  }

  private static long named(String name) {
    return gallery().values().stream().filter(entry -> entry.getName().equals(name)).count();
  }

  /** For two minutes it would be under way, as at a console that lives. */
  private static void letTimePass() throws Exception {
    postgres.execute("UPDATE kept_answers SET begun = begun - INTERVAL '3 minutes'");
    postgres.execute("UPDATE photos SET awaits_since = awaits_since - INTERVAL '3 minutes'");
  }

  private String strangerNamed(String name) {
    Browser desk = desk();
    String[] body = new String[1];
    Until.holds(
        () -> {
          Answer seen = desk.postPicture("/api/v1/recognize", JOB.pictureOfAStranger());
          assertThat(seen.json().path("outcome").asText()).isEqualTo("unknown");
          body[0] = "{\"name\":\"" + name + "\",\"face\":\"" + seen.text("token") + "\"}";
        });
    return body[0];
  }

  @Test
  void shouldHaveNobodyWhoseTemplateWasNotWritten() throws Exception {
    String body = strangerNamed("Early");
    takeRecords(false);
    begin("POST", PEOPLE, body);
    awaitRow("photos WHERE awaits_since IS NOT NULL");
    kill();
    assertThat(named("Early")).isZero();
    letTimePass();

    again();
    Until.holds(() -> assertThat(ask("SELECT COUNT(*) FROM photos")).isEqualTo("0"));
    Answer made = begin("POST", PEOPLE, body).join();
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(begin("POST", PEOPLE, body).join().body()).isEqualTo(made.body());
    assertThat(named("Early")).isEqualTo(1);
    assertThat(desk().delete(PEOPLE + "/" + made.text("personId")).status()).isEqualTo(202);
  }

  @Test
  void shouldHaveWhoIsOnTheTopicAndNotYetInTheDatabase() throws Exception {
    String body = strangerNamed("Between");
    try (Connection holding = postgres.transaction()) {
      holding.createStatement().execute("LOCK TABLE templates IN EXCLUSIVE MODE");
      begin("POST", PEOPLE, body);
      Until.holds(() -> assertThat(named("Between")).isEqualTo(1));
      kill();
    }
    letTimePass();

    again();
    Answer made = begin("POST", PEOPLE, body).join();
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().get("photos")).hasSize(1);
    assertThat(made.json().at("/photos/0/picture").isMissingNode()).isFalse();
    assertThat(named("Between")).isEqualTo(1);
    assertThat(desk().delete(PEOPLE + "/" + made.text("personId")).status()).isEqualTo(202);
  }

  @Test
  void shouldAnswerAgainWhatWasDoneAndNotKept() throws Exception {
    String body = strangerNamed("Late");
    try (Connection kept = postgres.transaction()) {
      try (Connection view = postgres.transaction()) {
        view.createStatement().execute("LOCK TABLE templates IN EXCLUSIVE MODE");
        begin("POST", PEOPLE, body);
        Until.holds(() -> assertThat(named("Late")).isEqualTo(1));
        kept.createStatement().execute("SELECT 1 FROM kept_answers FOR UPDATE");
      }
      awaitRow(
          "pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE kept_answers%'");
      kill();
    }
    letTimePass();

    again();
    Answer made = begin("POST", PEOPLE, body).join();
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(named("Late")).isEqualTo(1);
    assertThat(desk().delete(PEOPLE + "/" + made.text("personId")).status()).isEqualTo(202);
  }

  @Test
  void shouldChangeAllPhotosOfAPersonOrNone() {
    takeRecords(false);
    begin("PATCH", ADA, "{\"name\":\"Augusta\"}");
    awaitRow("gallery_changes");
    kill();
    // As if the first of them had been written.
    put("ada/one", "ada", "Augusta", "staff");

    again();
    Until.holds(() -> assertThat(named("Augusta")).isEqualTo(2));
    assertThat(desk().get(ADA).text("name")).isEqualTo("Augusta");
    assertThat(ask("SELECT COUNT(*) FROM gallery_changes")).isEqualTo("0");
  }

  @Test
  void shouldMergeToTheEndAndAnswerTheSameAgain() {
    takeRecords(false);
    begin("POST", ADA + "/merge", "{\"into\":\"bob\"}");
    awaitRow("merges WHERE state = 'merging'");
    kill();
    put("bob/two", "bob", "Bob", "guests");

    again();
    Until.holds(() -> assertThat(photos("bob")).isEqualTo(3));
    Until.holds(() -> assertThat(desk().get(ADA).status()).isEqualTo(404));
    Answer merged = desk().post(ADA + "/merge", "{\"into\":\"bob\"}");
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    String undo = "/api/v1/merges/" + merged.text("mergeId") + "/undo";
    assertThat(desk().post(undo, "").status()).isEqualTo(200);
    assertThat(photos("ada")).isEqualTo(2);
    assertThat(photos("bob")).isEqualTo(1);
  }

  @Test
  void shouldEraseToTheEndAndKeepTheReceipt() {
    takeRecords(false);
    begin("DELETE", ADA, null);
    awaitRow("erasures WHERE person_id = 'ada'");
    String receipt =
        "/api/v1/erasures/"
            + ask("SELECT id FROM erasures WHERE person_id = 'ada' ORDER BY at DESC LIMIT 1");
    kill();

    again();
    Until.holds(
        () ->
            assertThat(desk().get(receipt).json().at("/places/0/state").asText())
                .isEqualTo("gone"));
    assertThat(gallery()).doesNotContainKeys("ada/one", "ada/two").containsKey("bob/one");
    Until.holds(
        () ->
            assertThat(ask("SELECT COUNT(*) FROM erasures WHERE gallery_ends = ''"))
                .isEqualTo("0"));
  }

  /** A seed's moments, each some time after a change has begun. */
  @Test
  void shouldBeWholeWheneverItIsKilled() {
    Random random = new Random(20_260_301);
    for (int round = 0; round < 5; round++) {
      String name = "Ada " + round;
      once = UUID.randomUUID().toString();
      List<CompletableFuture<Answer>> asked =
          List.of(
              begin("PATCH", ADA, "{\"name\":\"" + name + "\"}"),
              begin("POST", PEOPLE + "/bob/merge", "{\"into\":\"ada\"}"));
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(150)).toNanos());
      kill();
      asked.forEach(answer -> answer.handle((got, failure) -> got).join());

      again();
      String left = "gallery_changes UNION ALL SELECT COUNT(*) FROM merges WHERE state = 'merging'";
      Until.holds(
          () ->
              assertThat(ask("SELECT SUM(n) FROM (SELECT COUNT(*) AS n FROM " + left + ") x"))
                  .isEqualTo("0"));
      Map<String, GalleryEntry> there = gallery();
      assertThat(
              there.values().stream()
                  .filter(entry -> entry.getPersonId().equals("ada"))
                  .map(GalleryEntry::getName)
                  .distinct())
          .as("round %s", round)
          .hasSize(1);
      assertThat(
              there.values().stream().filter(e -> List.of("ada", "bob").contains(e.getPersonId())))
          .as("round %s", round)
          .hasSize(3);
      if (!there.containsKey("bob/one")) {
        Answer merged = desk().post(PEOPLE + "/bob/merge", "{\"into\":\"ada\"}");
        assertThat(desk().post("/api/v1/merges/" + merged.text("mergeId") + "/undo", "").status())
            .isEqualTo(200);
      }
    }
  }
}
