package io.facestream.console.webhooks;

import io.facestream.console.access.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody who wants to be told.
 *
 * @param id names it in paths and the audit log
 * @param scope of whom it is told: never more than its maker may see
 * @param createdBy see {@link io.facestream.console.access.Caller#id}
 * @param ended since when nothing is told any more; null while it is
 */
public record Webhook(
    String id,
    URI url,
    Set<WebhookEvent> events,
    Scope scope,
    Instant created,
    String createdBy,
    Instant ended) {
  public Webhook {
    events = Set.copyOf(events);
  }
}
