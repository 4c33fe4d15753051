package io.facestream.console.access;

import io.facestream.console.store.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code api_keys}. */
final class KeyTable {
  private static final String COLUMNS =
      "SELECT id, name, rights, scope, origins, per_minute, expires, created, created_by, revoked,"
          + " used FROM api_keys ";

  private KeyTable() {}

  static void insert(Handle handle, String hash, ApiKey key) {
    handle
        .createUpdate(
            "INSERT INTO api_keys (id, hash, name, rights, scope, origins, per_minute, created,"
                + " created_by, expires) VALUES (:id, :hash, :name, :rights, :scope, :origins,"
                + " :perMinute, :created, :createdBy, :expires)")
        .bind("id", key.id())
        .bind("hash", hash)
        .bind("name", key.grant().name())
        .bind("rights", Right.texts(key.grant().rights()))
        .bind("scope", key.grant().scope().stored())
        .bind("origins", String.join(" ", key.grant().origins()))
        .bind("perMinute", key.grant().perMinute())
        .bind("created", key.created())
        .bind("createdBy", key.createdBy())
        .bindByType("expires", key.grant().expires(), Instant.class)
        .execute();
  }

  static Optional<ApiKey> ofHash(Handle handle, String hash) {
    return handle
        .createQuery(COLUMNS + "WHERE hash = :hash")
        .bind("hash", hash)
        .map(KeyTable::key)
        .findOne();
  }

  /** Newest first; of a moment, by id. */
  static List<ApiKey> list(Handle handle) {
    return handle.createQuery(COLUMNS + "ORDER BY created DESC, id").map(KeyTable::key).list();
  }

  static void revoke(Handle handle, String id, Instant now) {
    handle
        .createUpdate("UPDATE api_keys SET revoked = COALESCE(revoked, :now) WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  static void touch(Handle handle, String id, Instant now) {
    handle
        .createUpdate("UPDATE api_keys SET used = :now WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  private static ApiKey key(ResultSet row, StatementContext context) throws SQLException {
    String origins = row.getString("origins");
    return new ApiKey(
        row.getString("id"),
        new KeyGrant(
            row.getString("name"),
            Right.setOf(row.getString("rights")),
            Scope.ofStored(row.getString("scope")),
            origins.isEmpty() ? List.of() : List.of(origins.split(" ")),
            row.getInt("per_minute"),
            UtcInstants.of(row, "expires")),
        UtcInstants.of(row, "created"),
        row.getString("created_by"),
        UtcInstants.of(row, "revoked"),
        UtcInstants.of(row, "used"));
  }
}
