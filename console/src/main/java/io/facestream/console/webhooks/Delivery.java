package io.facestream.console.webhooks;

import java.time.Instant;

/**
 * An event that is told to a webhook, and how far that is.
 *
 * @param eventId what the receiver knows it by, also when it comes again
 * @param event such as {@code alert} or {@code sighting.opened}
 * @param at when it happened
 * @param state {@code waiting}, {@code delivered} or {@code dead}
 * @param status the receiver's last answer; null while there was none
 * @param failure why the last attempt failed; null where it did not
 * @param nextAt when it is tried again; null for never
 */
public record Delivery(
    long seq,
    String webhookId,
    String eventId,
    String event,
    Instant at,
    String content,
    String state,
    int attempts,
    Integer status,
    String failure,
    Instant nextAt) {
  static final String WAITING = "waiting";
  static final String DELIVERED = "delivered";
  static final String DEAD = "dead";
}
