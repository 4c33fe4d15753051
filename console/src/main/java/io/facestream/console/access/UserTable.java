package io.facestream.console.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table {@code users}, and the links by which a user sets his first password. */
final class UserTable {
  private UserTable() {}

  record User(long id, String name, String password, Set<Right> rights, Scope scope) {}

  static Optional<User> named(Handle handle, String name) {
    return one(handle, "name = :key", name);
  }

  static Optional<User> ofLink(Handle handle, String hash, Instant now) {
    return handle
        .createQuery(
            "SELECT user_id FROM setup_links WHERE hash = :hash AND expires > :now FOR UPDATE")
        .bind("hash", hash)
        .bind("now", now)
        .mapTo(Long.class)
        .findOne()
        .flatMap(id -> one(handle, "id = :key", id));
  }

  private static Optional<User> one(Handle handle, String condition, Object key) {
    return handle
        .createQuery("SELECT id, name, password, rights, scope FROM users WHERE " + condition)
        .bind("key", key)
        .map(
            (row, context) ->
                new User(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("password"),
                    Right.setOf(row.getString("rights")),
                    Scope.ofStored(row.getString("scope"))))
        .findOne();
  }

  static void insert(Handle handle, String name, Set<Right> rights, Scope scope, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO users (name, rights, scope, created) VALUES (:name, :rights, :scope, :now)")
        .bind("name", name)
        .bind("rights", Right.texts(rights))
        .bind("scope", scope.stored())
        .bind("now", now)
        .execute();
  }

  static void setPassword(Handle handle, long user, String hash) {
    handle
        .createUpdate("UPDATE users SET password = :hash WHERE id = :user")
        .bind("hash", hash)
        .bind("user", user)
        .execute();
  }

  static void replaceLink(Handle handle, long user, String hash, Instant expires) {
    removeLink(handle, user);
    handle
        .createUpdate(
            "INSERT INTO setup_links (user_id, hash, expires) VALUES (:user, :hash, :expires)")
        .bind("user", user)
        .bind("hash", hash)
        .bind("expires", expires)
        .execute();
  }

  static void removeLink(Handle handle, long user) {
    handle
        .createUpdate("DELETE FROM setup_links WHERE user_id = :user")
        .bind("user", user)
        .execute();
  }

  static int deleteEndedLinks(Handle handle, Instant now) {
    return handle
        .createUpdate("DELETE FROM setup_links WHERE expires <= :now")
        .bind("now", now)
        .execute();
  }
}
