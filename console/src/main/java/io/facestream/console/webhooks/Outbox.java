package io.facestream.console.webhooks;

import io.facestream.console.access.Scope;
import io.facestream.console.alerts.StoredAlert;
import io.facestream.console.events.EventKeys;
import io.facestream.console.events.Stored;
import io.facestream.console.webhooks.DeliveryTable.Fresh;
import io.facestream.wire.Alert;
import io.facestream.wire.Sighting;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what is to be told, within the transaction in which it becomes known: what is there
 * is told, and once, whatever ends in between.
 */
public final class Outbox {
  private final EventBodies bodies;
  private final Clock clock;

  public Outbox(EventBodies bodies, Clock clock) {
    this.bodies = bodies;
    this.clock = clock;
  }

  /** For the events of one batch, in its transaction. */
  public Batch batch(Handle handle) {
    return new Batch(handle);
  }

  /** What a batch of events is told to: webhooks are looked up once, and where there is any. */
  public final class Batch {
    private final Handle handle;
    private final Instant now = clock.instant();
    private List<Webhook> open;

    private Batch(Handle handle) {
      this.handle = handle;
    }

    /** An alert is there that was not before. */
    public void alert(StoredAlert alert) {
      Alert record = alert.stored().record();
      List<String> watchlists = listed(record.match().watchlists());
      tell(
          WebhookEvent.ALERT,
          webhook -> webhook.scope().sees(watchlists),
          webhook ->
              new Fresh(
                  alert.stored().key(),
                  "alert",
                  EventKeys.of(record.match().personId()),
                  false,
                  record.frame().capturedAt(),
                  bodies.alert(alert, webhook.scope())));
    }

    /** A visit is there that was not before, or has ended. */
    public void sighting(Stored<Sighting> sighting, boolean ended) {
      Sighting record = sighting.record();
      boolean unknown = Boolean.TRUE.equals(record.unknown());
      List<String> watchlists = unknown ? List.of() : listed(record.person().watchlists());
      tell(
          WebhookEvent.SIGHTING,
          webhook -> webhook.scope().sees(watchlists),
          webhook ->
              new Fresh(
                  sighting.key() + (ended ? "-closed" : "-opened"),
                  ended ? "sighting.closed" : "sighting.opened",
                  EventKeys.of(record.person().personId()),
                  unknown,
                  ended ? record.lastSeen() : record.firstSeen(),
                  bodies.sighting(sighting, webhook.scope())));
    }

    private void tell(WebhookEvent event, Predicate<Webhook> who, Function<Webhook, Fresh> what) {
      open().stream()
          .filter(webhook -> webhook.events().contains(event) && who.test(webhook))
          .forEach(webhook -> DeliveryTable.add(handle, webhook.id(), what.apply(webhook), now));
    }

    private List<Webhook> open() {
      if (open == null) {
        open =
            WebhookTable.list(handle, now).stream()
                .filter(webhook -> webhook.ended() == null)
                .toList();
      }
      return open;
    }
  }

  /**
   * Somebody is erased, or taken off some watchlists. What was to be told of him before is
   * forgotten, where he is not seen any more.
   *
   * @param personIds his own, then those that he was known by before merges
   * @param gone watchlists that he was on
   * @param left watchlists that he stays on; none where he is gone altogether
   * @param by the scope of who erases, which may fetch the receipt
   */
  public void erasure(
      Handle handle,
      String erasureId,
      List<String> personIds,
      Collection<String> gone,
      Collection<String> left,
      Scope by) {
    Batch batch = batch(handle);
    for (String personId : personIds) {
      String key = EventKeys.of(personId);
      if (left.isEmpty()) {
        DeliveryTable.deleteOf(handle, key);
      } else {
        batch.open().stream()
            .filter(webhook -> !webhook.scope().sees(left))
            .forEach(webhook -> DeliveryTable.deleteOf(handle, webhook.id(), key));
      }
    }
    batch.tell(
        WebhookEvent.ERASURE,
        // To who may see him on another watchlist, he is still there.
        webhook -> webhook.scope().sees(gone) && (left.isEmpty() || !webhook.scope().sees(left)),
        webhook ->
            new Fresh(
                erasureId,
                "erasure",
                null,
                false,
                batch.now,
                bodies.erasure(erasureId, personIds, mayFetch(webhook.scope(), by))));
  }

  private static boolean mayFetch(Scope scope, Scope by) {
    return scope.watchlists().isEmpty() || scope.equals(by);
  }

  private static List<String> listed(List<String> watchlists) {
    return watchlists == null ? List.of() : watchlists;
  }
}
