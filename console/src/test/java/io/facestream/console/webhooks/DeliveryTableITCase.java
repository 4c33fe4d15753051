package io.facestream.console.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.access.Scope;
import io.facestream.console.store.Database;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.webhooks.DeliveryTable.Fresh;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Attempts that come back late. */
@OnEachDatabase
class DeliveryTableITCase {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LEASE = NOW.plus(Duration.ofMinutes(2));
  private static final Instant LATER = LEASE.plusSeconds(5);

  @Parameter private TestDatabase kind;

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh());
    run(
        handle -> {
          Webhook webhook =
              new Webhook(
                  "w",
                  URI.create("https://shop.example/"),
                  Set.of(WebhookEvent.ALERT),
                  Scope.ALL,
                  NOW,
                  "user:admin",
                  null);
          WebhookTable.insert(handle, webhook, Scope.ALL, "secret");
          DeliveryTable.add(handle, "w", new Fresh("e", "alert", null, false, NOW, "{}"), NOW);
          assertThat(DeliveryTable.claim(handle, delivery(handle), LEASE)).isTrue();
          // Sent again by somebody, while the first attempt is under way.
          DeliveryTable.retry(handle, delivery(handle).seq(), NOW.plusSeconds(5));
          assertThat(DeliveryTable.claim(handle, delivery(handle), LATER)).isTrue();
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void run(Consumer<Handle> work) {
    database.jdbi().useTransaction(work::accept);
  }

  private static Delivery delivery(Handle handle) {
    return DeliveryTable.find(handle, "w", "e").orElseThrow();
  }

  @Test
  void shouldNotUndoARetryByTheAttemptBefore() {
    run(
        handle -> {
          long seq = delivery(handle).seq();
          DeliveryTable.noteFailure(handle, seq, LEASE, Delivery.DEAD, 500, "answered 500", null);
          DeliveryTable.release(handle, seq, LEASE, NOW);
          assertThat(delivery(handle).state()).isEqualTo(Delivery.WAITING);
          assertThat(delivery(handle).attempts()).isEqualTo(1);
          assertThat(delivery(handle).nextAt()).isEqualTo(LATER);
          DeliveryTable.noteFailure(handle, seq, LATER, Delivery.DEAD, 500, "answered 500", null);
          assertThat(delivery(handle).state()).isEqualTo(Delivery.DEAD);
        });
  }

  @Test
  void shouldBelieveWhoeverSaysThatItWasTaken() {
    run(
        handle -> {
          DeliveryTable.noteTaken(handle, delivery(handle).seq(), 204);
          assertThat(delivery(handle).state()).isEqualTo(Delivery.DELIVERED);
        });
  }
}
