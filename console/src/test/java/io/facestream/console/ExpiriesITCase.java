package io.facestream.console;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static io.facestream.console.testing.TestEvents.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Scope;
import io.facestream.console.access.Sessions;
import io.facestream.console.access.Users;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.audit.AuditEntry;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.events.EventFilter;
import io.facestream.console.events.EventKeys;
import io.facestream.console.retention.Age;
import io.facestream.console.retention.Retention;
import io.facestream.console.retention.RetentionRules;
import io.facestream.console.retention.RetentionSettings;
import io.facestream.console.reviews.Reviews;
import io.facestream.console.store.Database;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.visits.Visits;
import io.facestream.wire.Ids;
import io.facestream.wire.Json;
import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What goes with time, and what stays. */
@OnEachDatabase
class ExpiriesITCase {
  private static final SightedPerson ADA = person("ada", "staff");
  private static final SightedPerson STRANGER = SightedPerson.unknown("unknown/3f9a2c7be1d04a56");
  private static final EventFilter ALL = EventFilter.all(Scope.ALL);

  @Parameter private TestDatabase kind;

  private final TestClock clock = new TestClock();
  private final Instant began = clock.instant();
  private Database database;
  private AuditLog audit;
  private Users users;
  private Sessions sessions;
  private RetentionSettings settings;
  private Retention retention;
  private int alerts;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh());
    audit = new AuditLog(database.jdbi(), clock);
    users = new Users(database.jdbi(), clock);
    sessions = new Sessions(database.jdbi(), clock);
    settings = new RetentionSettings(database.jdbi(), audit::add, clock);
    retention =
        new Retention(
            database.jdbi(),
            Expiries.of(users, sessions),
            rules -> {},
            age -> audit.deleteOlder(age, "console"),
            audit::add,
            clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static List<ConsumerRecord<byte[], byte[]>> record(Object value) {
    return List.of(new ConsumerRecord<>("topic", 0, 0, new byte[0], Json.toBytes(value)));
  }

  private Sighting see(String camera, SightedPerson who, Duration ago) {
    Sighting seen = sighting(SightingKind.CLOSE, camera, who, began.minus(ago), 1);
    database
        .jdbi()
        .useTransaction(
            handle -> Visits.store(handle, record(seen), any -> true, (h, sighting, ended) -> {}));
    return seen;
  }

  private String raise(Duration ago) {
    var alert = alert("door", alerts++, began.minus(ago), ADA);
    database
        .jdbi()
        .useTransaction(
            handle -> Alerts.store(handle, "t", record(alert), any -> true, (h, one) -> {}));
    return alert.alertId();
  }

  private void review(String of, Duration ago) {
    Review review =
        new Review(
            Review.SCHEMA,
            Ids.reviewId(of, "bob"),
            of,
            "door",
            "ada",
            ReviewOutcome.CONFIRMED,
            "bob",
            began.minus(ago),
            null);
    database.jdbi().useTransaction(handle -> Reviews.store(handle, record(review), any -> true));
  }

  private List<String> sightings() {
    return new Visits(database.jdbi())
        .list(ALL, null, 100).items().stream().map(one -> one.record().cameraId()).toList();
  }

  private boolean isReviewed(String of) {
    return !new Reviews(database.jdbi(), null).of(List.of(EventKeys.of(of))).isEmpty();
  }

  private List<String> actions() {
    return audit.before(Long.MAX_VALUE, 100).stream().map(AuditEntry::action).toList();
  }

  @Test
  void shouldDeleteWhatIsTooOldOfEachKind() {
    Sighting old = see("old", ADA, Duration.ofDays(91));
    see("young", ADA, Duration.ofDays(89));
    see("yesterday", STRANGER, Duration.ofHours(25));
    see("today", STRANGER, Duration.ofHours(23));
    String gone = raise(Duration.ofDays(91));
    String there = raise(Duration.ofDays(89));
    review(old.sightingId(), Duration.ofDays(2));
    review(gone, Duration.ofDays(2));
    review(there, Duration.ofDays(2));
    review("of nothing, long ago", Duration.ofDays(91));
    review("of what comes later", Duration.ofDays(2));

    retention.run();

    assertThat(sightings()).containsExactly("today", "young");
    assertThat(new Alerts(database.jdbi()).list(ALL, null, 10))
        .extracting(alert -> alert.stored().record().alertId())
        .containsExactly(there);
    assertThat(isReviewed(old.sightingId())).isFalse();
    assertThat(isReviewed(gone)).isFalse();
    assertThat(isReviewed(there)).isTrue();
    assertThat(isReviewed("of nothing, long ago")).isFalse();
    assertThat(isReviewed("of what comes later")).isTrue();
    AuditEntry entry = audit.before(Long.MAX_VALUE, 1).get(0);
    assertThat(entry.action()).isEqualTo("retention.run");
    assertThat(entry.details())
        .isEqualTo("{\"alerts\":1,\"reviews\":1,\"sightings\":1,\"strangers\":1}");
    assertThat(settings.state().lastRun()).isEqualTo(began);

    retention.run();
    assertThat(actions()).containsExactly("retention.run");
  }

  @Test
  void shouldKeepWithoutEndWhatHasNone() {
    see("old", ADA, Duration.ofDays(9_000));
    change(new RetentionRules(null, null, null, null, null));
    clock.pass(Duration.ofDays(9_000));
    retention.run();
    assertThat(sightings()).containsExactly("old");
    assertThat(actions()).containsExactly("retention.change");
  }

  private void change(RetentionRules rules) {
    assertThat(settings.change(Caller.COMMAND, rules, settings.state().version())).isTrue();
  }

  @Test
  void shouldDeleteManyInSmallTransactions() {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              for (int i = 0; i < 1_200; i++) {
                Sighting seen =
                    sighting(
                        SightingKind.CLOSE, "c" + i, ADA, began.minus(Duration.ofDays(100)), 1);
                Visits.store(handle, record(seen), any -> true, (h, sighting, ended) -> {});
              }
            });
    see("young", ADA, Duration.ofDays(1));
    retention.run();
    assertThat(sightings()).containsExactly("young");
    assertThat(audit.before(Long.MAX_VALUE, 1).get(0).details()).isEqualTo("{\"sightings\":1200}");
  }

  @Test
  void shouldLeaveTheAuditLogWhole() {
    Age hour = Age.parse("audit", "1h");
    change(new RetentionRules(null, null, null, null, hour));
    for (int i = 0; i < 5; i++) {
      audit.add("user:admin", "test.step", "step", Map.of());
      clock.pass(Duration.ofMinutes(30));
    }
    retention.run();
    assertThat(actions()).containsExactly("audit.delete", "test.step", "test.step");
    assertThat(audit.verify().broken()).isEmpty();
  }

  @Test
  void shouldForgetSessionsAndLinksThatHaveEnded() {
    users.setupToken();
    Caller admin = new Caller("user:admin", "admin", Caller.COMMAND.rights(), Scope.ALL);
    sessions.open(admin, null, Map.of(), audit::add);
    clock.pass(Duration.ofHours(11));
    String open = sessions.open(admin, null, Map.of(), audit::add).secret();
    retention.run();
    assertThat(sessions.find(open)).isPresent();
    assertThat(count("setup_links")).isOne();
    clock.pass(Duration.ofHours(14));
    retention.run();
    assertThat(count("sessions")).isZero();
    assertThat(count("setup_links")).isZero();
  }

  private int count(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(int.class).one());
  }
}
