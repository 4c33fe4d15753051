package io.facestream.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.console.store.Database;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AuditLogITCase {
  @Parameter private TestDatabase kind;

  private final TestClock clock = new TestClock();
  private Database database;
  private AuditLog log;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh());
    log = new AuditLog(database.jdbi(), clock);
    for (int i = 1; i <= 6; i++) {
      log.add("user:admin", "test.step", "step " + i, Map.of("n", i, "note", "ü\u0000x"));
      clock.pass(Duration.ofMinutes(1));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void shouldFindAWholeChainWhole() {
    ChainReport report = log.verify();
    assertThat(report.broken()).isEmpty();
    assertThat(report.entries()).isEqualTo(6);
    assertThat(log.verify(report.headSeq(), report.headHash()).broken()).isEmpty();
  }

  @Test
  void shouldFindWhatWasChanged() {
    for (String column : List.of("actor", "action", "subject", "details")) {
      String before = execute("SELECT " + column + " FROM audit WHERE seq = 3");
      sql("UPDATE audit SET " + column + " = 'x' WHERE seq = 3");
      assertThat(log.verify().broken()).as(column).contains("entry 3 was changed");
      database
          .jdbi()
          .useHandle(h -> h.execute("UPDATE audit SET " + column + " = ? WHERE seq = 3", before));
    }
    sql("UPDATE audit SET at = at + INTERVAL '1' SECOND WHERE seq = 3");
    assertThat(log.verify().broken()).contains("entry 3 was changed");
  }

  @Test
  void shouldFindWhatWasRemoved() {
    sql("DELETE FROM audit WHERE seq = 3");
    assertThat(log.verify().broken()).contains("entry 3 is missing");
  }

  @Test
  void shouldFindABeginningThatWasCutOff() {
    sql("DELETE FROM audit WHERE seq = 1");
    assertThat(log.verify().broken()).contains("entry 1 is missing");
    String second = execute("SELECT previous FROM audit WHERE seq = 2");
    sql("UPDATE audit_chain SET anchor_seq = 1, anchor_hash = '" + second + "'");
    assertThat(log.verify().broken()).get().asString().contains("no entry says that");
  }

  @Test
  void shouldFindAnEndThatWasCutOff() {
    sql("DELETE FROM audit WHERE seq > 4");
    assertThat(log.verify().broken()).contains("entry 5 and all behind it are missing");
  }

  @Test
  void shouldFindAnEntryBehindTheEnd() {
    sql(
        "INSERT INTO audit SELECT seq + 1, at, actor, action, subject, details, hash, hash FROM"
            + " audit WHERE seq = 6");
    assertThat(log.verify().broken()).contains("entry 7 stands behind the end of the chain");
  }

  @Test
  void shouldFindWhatWasInserted() {
    sql("UPDATE audit SET seq = seq + 10 WHERE seq >= 4");
    sql("UPDATE audit SET seq = seq - 9 WHERE seq >= 14");
    sql(
        "INSERT INTO audit SELECT 4, at, actor, action, 'made up', details, hash, hash FROM audit"
            + " WHERE seq = 3");
    assertThat(log.verify().broken()).contains("entry 4 was changed");
  }

  @Test
  void shouldFindWhatWasMoved() {
    sql("UPDATE audit SET seq = 100 WHERE seq = 2");
    sql("UPDATE audit SET seq = 2 WHERE seq = 3");
    sql("UPDATE audit SET seq = 3 WHERE seq = 100");
    assertThat(log.verify().broken()).contains("entry 2 was changed");
  }

  @Test
  void shouldFindAChainComputedAnewOnlyByWhatWasNoted() {
    ChainReport noted = log.verify();
    sql("DELETE FROM audit WHERE seq > 5");
    String hash = execute("SELECT hash FROM audit WHERE seq = 5");
    sql("UPDATE audit_chain SET head_seq = 5, head_hash = '" + hash + "'");
    log.add("user:admin", "test.step", "another", Map.of());
    assertThat(log.verify().broken()).isEmpty();
    assertThat(log.verify(noted.headSeq(), noted.headHash()).broken())
        .contains("entry 6 has not the hash that was noted");
  }

  @Test
  void shouldStayWholeWhenManyWriteAtOnce() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        all.add(writers.submit(() -> log.add("key:x", "test.write", "", Map.of())));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      writers.shutdownNow();
    }
    ChainReport report = log.verify();
    assertThat(report.broken()).isEmpty();
    assertThat(report.entries()).isEqualTo(66);
  }

  @Test
  void shouldStayVerifiableWhenOldEntriesAreDeleted() {
    assertThat(log.deleteOlder(Duration.ofSeconds(210), "console")).isEqualTo(3);
    ChainReport report = log.verify();
    assertThat(report.broken()).isEmpty();
    assertThat(report.entries()).isEqualTo(4);
    assertThat(log.before(Long.MAX_VALUE, 1).get(0).subject()).isEqualTo("through 3");
    assertThat(log.deleteOlder(Duration.ofSeconds(210), "console")).isZero();

    clock.pass(Duration.ofHours(1));
    assertThat(log.deleteOlder(Duration.ofSeconds(1), "console")).isEqualTo(4);
    assertThat(log.verify().broken()).isEmpty();
    assertThat(log.verify().entries()).isEqualTo(1);
  }

  @Test
  void shouldTakeNoBiometricData() {
    for (Object value : List.of(new float[] {1}, new byte[] {1}, List.of(0.5f), "x".repeat(201))) {
      assertThatThrownBy(() -> log.add("key:x", "test.write", "", Map.of("face", value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'face' is nothing for an audit entry");
    }
    assertThat(log.verify().entries()).isEqualTo(6);
  }

  private void sql(String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }

  private String execute(String query) {
    Optional<String> found =
        database
            .jdbi()
            .withHandle(handle -> handle.createQuery(query).mapTo(String.class).findOne());
    return found.orElseThrow();
  }
}
