package io.facestream.console.webhooks;

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

  /** An alert is there that was not before. */
  public void alert(Handle handle, StoredAlert alert) {
    Alert record = alert.stored().record();
    List<String> watchlists = listed(record.match().watchlists());
    tell(
        handle,
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
  public void sighting(Handle handle, Stored<Sighting> sighting, boolean ended) {
    Sighting record = sighting.record();
    boolean unknown = Boolean.TRUE.equals(record.unknown());
    List<String> watchlists = unknown ? List.of() : listed(record.person().watchlists());
    tell(
        handle,
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

  /**
   * Somebody is erased, or taken off some watchlists. What was to be told of him before is
   * forgotten.
   *
   * @param gone watchlists that he was on
   * @param left watchlists that he stays on; none where he is gone altogether
   */
  public void erasure(
      Handle handle,
      String erasureId,
      String personId,
      Collection<String> gone,
      Collection<String> left) {
    if (left.isEmpty()) {
      DeliveryTable.deleteOf(handle, EventKeys.of(personId));
    }
    Instant now = clock.instant();
    tell(
        handle,
        WebhookEvent.ERASURE,
        // To who may see him on another watchlist, he is still there.
        webhook -> webhook.scope().sees(gone) && (left.isEmpty() || !webhook.scope().sees(left)),
        webhook ->
            new Fresh(erasureId, "erasure", null, false, now, bodies.erasure(erasureId, personId)));
  }

  private void tell(
      Handle handle, WebhookEvent event, Predicate<Webhook> who, Function<Webhook, Fresh> what) {
    Instant now = clock.instant();
    for (Webhook webhook : WebhookTable.list(handle, now)) {
      if (webhook.ended() == null && webhook.events().contains(event) && who.test(webhook)) {
        DeliveryTable.add(handle, webhook.id(), what.apply(webhook), now);
      }
    }
  }

  private static List<String> listed(List<String> watchlists) {
    return watchlists == null ? List.of() : watchlists;
  }
}
