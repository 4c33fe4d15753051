package io.facestream.console.audit;

import io.facestream.console.store.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables {@code audit} and {@code audit_chain}. */
final class AuditTable {
  private static final String COLUMNS =
      "SELECT seq, at, actor, action, subject, details, previous, hash FROM audit ";
  private static final int FETCHED = 500;

  private AuditTable() {}

  /** A place in the chain. */
  record Place(long seq, String hash) {}

  record Chain(Place head, Place anchor) {}

  /** Locks the chain for this transaction, so that the next entry is written by one at a time. */
  static Chain lock(Handle handle) {
    return chain(handle, " FOR UPDATE");
  }

  static Chain chain(Handle handle) {
    return chain(handle, "");
  }

  private static Chain chain(Handle handle, String lock) {
    return handle
        .createQuery(
            "SELECT head_seq, head_hash, anchor_seq, anchor_hash FROM audit_chain WHERE id = 1"
                + lock)
        .map(
            (row, context) ->
                new Chain(
                    new Place(row.getLong(1), row.getString(2)),
                    new Place(row.getLong(3), row.getString(4))))
        .one();
  }

  static void append(Handle handle, AuditEntry entry) {
    handle
        .createUpdate(
            "INSERT INTO audit (seq, at, actor, action, subject, details, previous, hash) VALUES"
                + " (:seq, :at, :actor, :action, :subject, :details, :previous, :hash)")
        .bind("seq", entry.seq())
        .bind("at", entry.at())
        .bind("actor", entry.actor())
        .bind("action", entry.action())
        .bind("subject", entry.subject())
        .bind("details", entry.details())
        .bind("previous", entry.previous())
        .bind("hash", entry.hash())
        .execute();
    handle
        .createUpdate("UPDATE audit_chain SET head_seq = :seq, head_hash = :hash WHERE id = 1")
        .bind("seq", entry.seq())
        .bind("hash", entry.hash())
        .execute();
  }

  static void moveAnchor(Handle handle, Place anchor) {
    handle
        .createUpdate("UPDATE audit_chain SET anchor_seq = :seq, anchor_hash = :hash WHERE id = 1")
        .bind("seq", anchor.seq())
        .bind("hash", anchor.hash())
        .execute();
    handle.createUpdate("DELETE FROM audit WHERE seq <= :seq").bind("seq", anchor.seq()).execute();
  }

  /** The last entry before the first that is younger: all up to it are older. */
  static Optional<Place> lastOlder(Handle handle, Instant oldest) {
    return handle
        .createQuery(
            "SELECT seq, hash FROM audit WHERE seq < COALESCE((SELECT MIN(seq) FROM audit WHERE at"
                + " >= :oldest), (SELECT MAX(seq) + 1 FROM audit)) ORDER BY seq DESC LIMIT 1")
        .bind("oldest", oldest)
        .map((row, context) -> new Place(row.getLong(1), row.getString(2)))
        .findOne();
  }

  /** The highest number there is; 0 without entries. */
  static long highest(Handle handle) {
    return handle.createQuery("SELECT COALESCE(MAX(seq), 0) FROM audit").mapTo(long.class).one();
  }

  /** All up to one, in order; to be closed. */
  static Stream<AuditEntry> through(Handle handle, long seq) {
    return handle
        .createQuery(COLUMNS + "WHERE seq <= :seq ORDER BY seq")
        .bind("seq", seq)
        .setFetchSize(FETCHED)
        .map(AuditTable::entry)
        .stream();
  }

  /** The newest of those before a place, newest first. */
  static List<AuditEntry> before(Handle handle, long seq, int most) {
    return handle
        .createQuery(COLUMNS + "WHERE seq < :seq ORDER BY seq DESC LIMIT :most")
        .bind("seq", seq)
        .bind("most", most)
        .map(AuditTable::entry)
        .list();
  }

  private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        UtcInstants.of(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("details"),
        row.getString("previous"),
        row.getString("hash"));
  }
}
