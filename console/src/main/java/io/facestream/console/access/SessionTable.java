package io.facestream.console.access;

import io.facestream.console.store.UtcInstants;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code sessions}. */
final class SessionTable {
  private SessionTable() {}

  record Row(String user, Instant created, Instant used) {}

  static void insert(Handle handle, String hash, String user, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO sessions (hash, user_id, created, used)"
                + " SELECT :hash, id, :created, :used FROM users WHERE name = :user")
        .bind("hash", hash)
        .bind("created", now)
        .bind("used", now)
        .bind("user", user)
        .execute();
  }

  static Optional<Row> find(Handle handle, String hash) {
    return handle
        .createQuery(
            "SELECT u.name, s.created, s.used FROM sessions s JOIN users u ON u.id = s.user_id"
                + " WHERE s.hash = :hash")
        .bind("hash", hash)
        .map(
            (row, context) ->
                new Row(
                    row.getString(1), UtcInstants.of(row, "created"), UtcInstants.of(row, "used")))
        .findOne();
  }

  static void touch(Handle handle, String hash, Instant now) {
    handle
        .createUpdate("UPDATE sessions SET used = :now WHERE hash = :hash")
        .bind("now", now)
        .bind("hash", hash)
        .execute();
  }

  static void delete(Handle handle, String hash) {
    handle.createUpdate("DELETE FROM sessions WHERE hash = :hash").bind("hash", hash).execute();
  }

  static void deleteOf(Handle handle, long user) {
    handle.createUpdate("DELETE FROM sessions WHERE user_id = :user").bind("user", user).execute();
  }

  static int deleteOlder(Handle handle, Instant created, Instant used) {
    return handle
        .createUpdate("DELETE FROM sessions WHERE created <= :created OR used <= :used")
        .bind("created", created)
        .bind("used", used)
        .execute();
  }
}
