package io.facestream.console.webhooks;

import io.facestream.console.store.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code webhook_deliveries}: each event once for each webhook. */
final class DeliveryTable {
  private static final String COLUMNS =
      "SELECT d.seq, d.webhook_id, d.event_id, d.event, d.at, d.content, d.state, d.attempts,"
          + " d.status, d.failure, d.next_at FROM webhook_deliveries d";

  private DeliveryTable() {}

  /**
   * What is to be told.
   *
   * @param personKey whom it is about; null for nobody
   */
  record Fresh(
      String eventId, String event, String personKey, boolean unknown, Instant at, String data) {}

  static void add(Handle handle, String webhookId, Fresh fresh, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO webhook_deliveries (webhook_id, event_id, event, person_key, is_unknown,"
                + " at, content, state, attempts, next_at) VALUES (:webhook, :id, :event, :person,"
                + " :unknown, :at, :content, :state, 0, :now) ON CONFLICT DO NOTHING")
        .bind("webhook", webhookId)
        .bind("id", fresh.eventId())
        .bind("event", fresh.event())
        .bind("person", fresh.personKey())
        .bind("unknown", fresh.unknown())
        .bind("at", fresh.at())
        .bind("content", fresh.data())
        .bind("state", Delivery.WAITING)
        .bind("now", now)
        .execute();
  }

  /** Ids of webhooks to whom something is to be told now. */
  static List<String> due(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT DISTINCT webhook_id FROM webhook_deliveries"
                + " WHERE state = :state AND next_at <= :now")
        .bind("state", Delivery.WAITING)
        .bind("now", now)
        .mapTo(String.class)
        .list();
  }

  /** What has waited for the longest. */
  static List<Delivery> due(Handle handle, String webhookId, Instant now, int most) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE d.webhook_id = :webhook AND d.state = :state AND d.next_at <= :now"
                + " ORDER BY d.next_at, d.seq LIMIT "
                + most)
        .bind("webhook", webhookId)
        .bind("state", Delivery.WAITING)
        .bind("now", now)
        .map(DeliveryTable::delivery)
        .list();
  }

  /**
   * Takes one to send, unless another console was quicker. It counts as an attempt already: whoever
   * ends in the middle of it has tried, and it comes up again by itself.
   *
   * @param until when it does, by which the attempt is known
   */
  static boolean claim(Handle handle, Delivery delivery, Instant until) {
    return handle
            .createUpdate(
                "UPDATE webhook_deliveries SET attempts = attempts + 1, next_at = :until"
                    + " WHERE seq = :seq AND state = :state AND next_at = :next")
            .bind("until", until)
            .bind("seq", delivery.seq())
            .bind("state", Delivery.WAITING)
            .bind("next", delivery.nextAt())
            .execute()
        == 1;
  }

  /** It was taken, by whichever attempt. */
  static void noteTaken(Handle handle, long seq, int status) {
    handle
        .createUpdate(
            "UPDATE webhook_deliveries SET state = :state, status = :status, failure = NULL,"
                + " next_at = NULL WHERE seq = :seq AND state = :waiting")
        .bind("state", Delivery.DELIVERED)
        .bind("status", status)
        .bind("seq", seq)
        .bind("waiting", Delivery.WAITING)
        .execute();
  }

  /**
   * Notes how an attempt failed, unless it was begun anew meanwhile.
   *
   * @param lease of the attempt
   * @param status null where nobody answered
   * @param next null for never again
   */
  static void noteFailure(
      Handle handle,
      long seq,
      Instant lease,
      String state,
      Integer status,
      String failure,
      Instant next) {
    handle
        .createUpdate(
            "UPDATE webhook_deliveries SET state = :state, status = :status, failure = :failure,"
                + " next_at = :next WHERE seq = :seq AND state = :waiting AND next_at = :lease")
        .bind("lease", lease)
        .bind("state", state)
        .bind("status", status)
        .bind("failure", failure)
        .bindByType("next", next, Instant.class)
        .bind("seq", seq)
        .bind("waiting", Delivery.WAITING)
        .execute();
  }

  /** An attempt that this console broke off was none. */
  static void release(Handle handle, long seq, Instant lease, Instant now) {
    handle
        .createUpdate(
            "UPDATE webhook_deliveries SET attempts = attempts - 1, next_at = :now"
                + " WHERE seq = :seq AND state = :waiting AND next_at = :lease AND attempts > 0")
        .bind("lease", lease)
        .bind("now", now)
        .bind("seq", seq)
        .bind("waiting", Delivery.WAITING)
        .execute();
  }

  /** Tells it anew, whatever became of it. */
  static void retry(Handle handle, long seq, Instant now) {
    handle
        .createUpdate(
            "UPDATE webhook_deliveries SET state = :state, attempts = 0, next_at = :now,"
                + " status = NULL, failure = NULL WHERE seq = :seq")
        .bind("state", Delivery.WAITING)
        .bind("now", now)
        .bind("seq", seq)
        .execute();
  }

  static void endAll(Handle handle, String webhookId) {
    handle
        .createUpdate(
            "UPDATE webhook_deliveries SET state = :dead, next_at = NULL"
                + " WHERE webhook_id = :webhook AND state = :waiting")
        .bind("dead", Delivery.DEAD)
        .bind("webhook", webhookId)
        .bind("waiting", Delivery.WAITING)
        .execute();
  }

  /** Newest first, behind one; {@code Long.MAX_VALUE} for the newest. */
  static List<Delivery> list(Handle handle, String webhookId, long before, int most) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE d.webhook_id = :webhook AND d.seq < :before ORDER BY d.seq DESC LIMIT "
                + most)
        .bind("webhook", webhookId)
        .bind("before", before)
        .map(DeliveryTable::delivery)
        .list();
  }

  static Optional<Delivery> find(Handle handle, String webhookId, String eventId) {
    return handle
        .createQuery(COLUMNS + " WHERE d.webhook_id = :webhook AND d.event_id = :event")
        .bind("webhook", webhookId)
        .bind("event", eventId)
        .map(DeliveryTable::delivery)
        .findOne();
  }

  /** How many of each webhook are in each state. */
  static Map<String, Map<String, Integer>> counts(Handle handle) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    handle
        .createQuery(
            "SELECT webhook_id, state, COUNT(*) FROM webhook_deliveries GROUP BY webhook_id, state")
        .map(
            (row, context) ->
                counts
                    .computeIfAbsent(row.getString(1), id -> new HashMap<>())
                    .put(row.getString(2), row.getInt(3)))
        .list();
    return counts;
  }

  /** Some of what is older; how many they were. */
  static int deleteOlder(Handle handle, boolean unknown, Instant before, int most) {
    return handle
        .createUpdate(
            "DELETE FROM webhook_deliveries WHERE seq IN (SELECT seq FROM webhook_deliveries"
                + " WHERE is_unknown = :unknown AND at < :before ORDER BY at LIMIT "
                + most
                + ")")
        .bind("unknown", unknown)
        .bind("before", before)
        .execute();
  }

  /** What would tell of somebody who is to be forgotten. */
  static void deleteOf(Handle handle, String personKey) {
    handle
        .createUpdate("DELETE FROM webhook_deliveries WHERE person_key = :person")
        .bind("person", personKey)
        .execute();
  }

  /** The same of one webhook. */
  static void deleteOf(Handle handle, String webhookId, String personKey) {
    handle
        .createUpdate(
            "DELETE FROM webhook_deliveries WHERE webhook_id = :webhook AND person_key = :person")
        .bind("webhook", webhookId)
        .bind("person", personKey)
        .execute();
  }

  private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
    int status = row.getInt("status");
    Integer answered = row.wasNull() ? null : status;
    return new Delivery(
        row.getLong("seq"),
        row.getString("webhook_id"),
        row.getString("event_id"),
        row.getString("event"),
        UtcInstants.of(row, "at"),
        row.getString("content"),
        row.getString("state"),
        row.getInt("attempts"),
        answered,
        row.getString("failure"),
        UtcInstants.of(row, "next_at"));
  }
}
