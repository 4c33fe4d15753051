package io.facestream.console.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.Until;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two consoles on one PostgreSQL. */
@Tag("thorough")
@Timeout(60)
class TurnsITCase {
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private Database one;
  private Database other;

  @BeforeEach
  void start() {
    DatabaseAddress address = TestDatabase.POSTGRES.fresh();
    one = Database.open(address);
    other = Database.open(address);
  }

  @AfterEach
  void close() {
    end.countDown();
    one.close();
    other.close();
  }

  private boolean stay() {
    inside.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }

  private void awaitOneWhoWaits() {
    Until.holds(() -> assertThat(waiting()).isEqualTo(1));
  }

  private int waiting() {
    return one.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                            + " AND d.datname = current_database()"
                            + " WHERE locktype = 'advisory' AND NOT granted")
                    .mapTo(int.class)
                    .one());
  }

  @Test
  void shouldLetNobodyInBesideOneWhoIsAlone() throws Exception {
    CompletableFuture<Boolean> alone =
        CompletableFuture.supplyAsync(() -> one.turns().alone(this::stay));
    inside.await();
    CompletableFuture<Boolean> beside =
        CompletableFuture.supplyAsync(() -> other.turns().besideOthers(() -> true));
    awaitOneWhoWaits();
    assertThat(beside).isNotDone();
    end.countDown();
    assertThat(alone.join()).isTrue();
    assertThat(beside.join()).isTrue();
    awaitNobody();
  }

  private void awaitNobody() {
    assertThat(other.turns().<Boolean>alone(() -> true)).isTrue();
  }

  @Test
  void shouldLetManyInWhoAreBesideEachOther() throws Exception {
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(() -> one.turns().besideOthers(this::stay));
    inside.await();
    assertThat(one.turns().<Boolean>besideOthers(() -> true)).isTrue();
    assertThat(other.turns().<Boolean>besideOthers(() -> true)).isTrue();
    CompletableFuture<Boolean> alone =
        CompletableFuture.supplyAsync(() -> other.turns().alone(() -> true));
    awaitOneWhoWaits();
    end.countDown();
    assertThat(first.join()).isTrue();
    assertThat(alone.join()).isTrue();
  }

  @Test
  void shouldSayThatOthersAreBusy() throws Exception {
    CompletableFuture<Boolean> alone =
        CompletableFuture.supplyAsync(() -> one.turns().alone(this::stay));
    inside.await();
    assertThatThrownBy(() -> other.turns().alone(() -> true)).isInstanceOf(BusyException.class);
    end.countDown();
    assertThat(alone.join()).isTrue();
    awaitNobody();
  }

  /** As by a server that was started again. */
  @Test
  void shouldNoticeThatItsTurnHasEnded() {
    assertThatThrownBy(
            () ->
                one.turns()
                    .alone(
                        () -> {
                          other
                              .jdbi()
                              .useHandle(
                                  handle ->
                                      handle
                                          .createQuery(
                                              "SELECT pg_terminate_backend(pid) FROM pg_locks"
                                                  + " WHERE locktype = 'advisory'")
                                          .mapTo(boolean.class)
                                          .list());
                          one.turns().require();
                          return true;
                        }))
        .isInstanceOf(JdbiException.class)
        .matches(Failures::isAway);
    awaitNobody();
  }
}
