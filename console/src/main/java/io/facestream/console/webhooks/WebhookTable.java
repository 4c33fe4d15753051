package io.facestream.console.webhooks;

import io.facestream.console.access.Scope;
import io.facestream.console.store.UtcInstants;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code webhooks}. One that a key has made ends with that key. */
final class WebhookTable {
  private static final String ENDED =
      "COALESCE(w.ended, k.revoked, CASE WHEN k.expires <= :now THEN k.expires END)";

  private static final String KEY = " LEFT JOIN api_keys k ON w.created_by = CONCAT('key:', k.id)";

  private static final String COLUMNS =
      "SELECT w.id, w.url, w.events, w.scope, w.created, w.created_by, "
          + ENDED
          + " AS ended FROM webhooks w"
          + KEY;

  private WebhookTable() {}

  /**
   * @param madeWithin the scope of who makes it
   */
  static void insert(Handle handle, Webhook webhook, Scope madeWithin, String secret) {
    handle
        .createUpdate(
            "INSERT INTO webhooks (id, url, events, scope, secret, created, created_by,"
                + " made_within)"
                + " VALUES (:id, :url, :events, :scope, :secret, :created, :by, :within)")
        .bind("id", webhook.id())
        .bind("url", webhook.url().toString())
        .bind("events", String.join(",", WebhookEvent.texts(webhook.events())))
        .bind("scope", webhook.scope().stored())
        .bind("secret", secret)
        .bind("created", webhook.created())
        .bind("by", webhook.createdBy())
        .bind("within", madeWithin.stored())
        .execute();
  }

  /** Newest first; of a moment, by id. */
  static List<Webhook> list(Handle handle, Instant now) {
    return handle
        .createQuery(COLUMNS + " ORDER BY w.created DESC, w.id")
        .bind("now", now)
        .map(WebhookTable::webhook)
        .list();
  }

  static Optional<Webhook> find(Handle handle, String id, Instant now) {
    return handle
        .createQuery(COLUMNS + " WHERE w.id = :id")
        .bind("now", now)
        .bind("id", id)
        .map(WebhookTable::webhook)
        .findOne();
  }

  static String secret(Handle handle, String id) {
    return handle
        .createQuery("SELECT secret FROM webhooks WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** How many are open that somebody of a scope has made. */
  static long countOpen(Handle handle, Scope madeWithin, Instant now) {
    return handle
        .createQuery("SELECT w.made_within FROM webhooks w" + KEY + " WHERE " + ENDED + " IS NULL")
        .bind("now", now)
        .map((row, context) -> Scope.ofStored(row.getString("made_within")))
        .stream()
        .filter(madeWithin::equals)
        .count();
  }

  /** Deletes some that ended before a time, with what they were told; how many they were. */
  static int deleteEnded(Handle handle, Instant before, int most) {
    return handle
        .createUpdate(
            "DELETE FROM webhooks WHERE id IN (SELECT w.id FROM webhooks w"
                + KEY
                + " WHERE "
                + ENDED
                + " < :before LIMIT "
                + most
                + ")")
        .bind("now", before)
        .bind("before", before)
        .execute();
  }

  static void end(Handle handle, String id, Instant now) {
    handle
        .createUpdate("UPDATE webhooks SET ended = COALESCE(ended, :now) WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  static int delete(Handle handle, String id) {
    return handle.createUpdate("DELETE FROM webhooks WHERE id = :id").bind("id", id).execute();
  }

  private static Webhook webhook(ResultSet row, StatementContext context) throws SQLException {
    return new Webhook(
        row.getString("id"),
        URI.create(row.getString("url")),
        WebhookEvent.of(List.of(row.getString("events").split(","))),
        Scope.ofStored(row.getString("scope")),
        UtcInstants.of(row, "created"),
        row.getString("created_by"),
        UtcInstants.of(row, "ended"));
  }
}
