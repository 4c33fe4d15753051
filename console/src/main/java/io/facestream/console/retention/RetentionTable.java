package io.facestream.console.retention;

import io.facestream.console.store.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code retention}, which has one row. */
final class RetentionTable {
  private RetentionTable() {}

  static RetentionSettings.State state(Handle handle) {
    return handle
        .createQuery(
            "SELECT version, matched_events, unmatched_events, matched_pictures,"
                + " unmatched_pictures, audit, last_run FROM retention WHERE id = 1")
        .map(RetentionTable::read)
        .one();
  }

  private static RetentionSettings.State read(ResultSet row, StatementContext context)
      throws SQLException {
    return new RetentionSettings.State(
        new RetentionRules(
            age(row, "matched_events"),
            age(row, "unmatched_events"),
            age(row, "matched_pictures"),
            age(row, "unmatched_pictures"),
            age(row, "audit")),
        row.getLong("version"),
        UtcInstants.of(row, "last_run"));
  }

  private static Age age(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Age.parse(column, text);
  }

  static boolean change(Handle handle, RetentionRules rules, long version) {
    return handle
            .createUpdate(
                "UPDATE retention SET version = version + 1, matched_events = :matchedEvents,"
                    + " unmatched_events = :unmatchedEvents, matched_pictures = :matchedPictures,"
                    + " unmatched_pictures = :unmatchedPictures, audit = :audit"
                    + " WHERE id = 1 AND version = :version")
            .bind("matchedEvents", text(rules.matchedEvents()))
            .bind("unmatchedEvents", text(rules.unmatchedEvents()))
            .bind("matchedPictures", text(rules.matchedPictures()))
            .bind("unmatchedPictures", text(rules.unmatchedPictures()))
            .bind("audit", text(rules.audit()))
            .bind("version", version)
            .execute()
        == 1;
  }

  private static String text(Age age) {
    return age == null ? null : age.text();
  }

  static void noteRun(Handle handle, Instant now) {
    handle.createUpdate("UPDATE retention SET last_run = :now").bind("now", now).execute();
  }
}
