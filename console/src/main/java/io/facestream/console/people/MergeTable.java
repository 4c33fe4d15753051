package io.facestream.console.people;

import io.facestream.console.store.UtcInstants;
import io.facestream.wire.proto.GalleryEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables {@code merges} and {@code merged_templates}. */
final class MergeTable {
  private MergeTable() {}

  /** How far a merge has come; the first and the third have something left to do. */
  enum State {
    MERGING,
    MERGED,
    UNDOING,
    UNDONE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Row(String id, String from, String into, Instant undoUntil, State state) {}

  /**
   * A template that changed its person.
   *
   * @param entry as it was under the old id
   */
  record Moved(String oldId, String newId, GalleryEntry entry) {
    /** As it was; of its picture nothing is said. */
    Template before() {
      return new Template(oldId, entry, false);
    }
  }

  static void add(Handle handle, Row row, Instant now, List<Moved> moved) {
    handle
        .createUpdate(
            "INSERT INTO merges (id, from_id, into_id, at, undo_until, state)"
                + " VALUES (:id, :from, :into, :now, :until, :state)")
        .bind("id", row.id())
        .bind("from", row.from())
        .bind("into", row.into())
        .bind("now", now)
        .bind("until", row.undoUntil())
        .bind("state", row.state().text())
        .execute();
    for (Moved one : moved) {
      handle
          .createUpdate(
              "INSERT INTO merged_templates (merge_id, old_id, new_id, entry)"
                  + " VALUES (:merge, :old, :new, :entry)")
          .bind("merge", row.id())
          .bind("old", one.oldId())
          .bind("new", one.newId())
          .bind("entry", one.entry().toByteArray())
          .execute();
    }
  }

  static Optional<Row> find(Handle handle, String id) {
    return rows(handle.createQuery("SELECT * FROM merges WHERE id = :id").bind("id", id)).stream()
        .findFirst();
  }

  /** One of these two that is in a state, the newest. */
  static Optional<Row> find(Handle handle, String from, String into, State state) {
    return rows(
            handle
                .createQuery(
                    "SELECT * FROM merges WHERE from_id = :from AND into_id = :into"
                        + " AND state = :state ORDER BY at DESC")
                .bind("from", from)
                .bind("into", into)
                .bind("state", state.text()))
        .stream()
        .findFirst();
  }

  /** Whether somebody has gone into another. */
  static boolean isMerged(Handle handle, String from) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM merges WHERE from_id = :from AND state IN ('merging',"
                    + " 'merged')")
            .bind("from", from)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Those with something left to do. */
  static List<Row> unfinished(Handle handle) {
    return rows(
        handle.createQuery(
            "SELECT * FROM merges WHERE state IN ('merging', 'undoing') ORDER BY at"));
  }

  private static List<Row> rows(Query query) {
    return query.map(MergeTable::row).list();
  }

  private static Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Row(
        row.getString("id"),
        row.getString("from_id"),
        row.getString("into_id"),
        UtcInstants.of(row, "undo_until"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
  }

  /** What is kept of a merge, in the order of the old ids. */
  static List<Moved> moved(Handle handle, String merge) {
    return handle
        .createQuery("SELECT * FROM merged_templates WHERE merge_id = :merge ORDER BY old_id")
        .bind("merge", merge)
        .map(
            (row, context) ->
                new Moved(
                    row.getString("old_id"),
                    row.getString("new_id"),
                    TemplateTable.entry(row.getBytes("entry"))))
        .list();
  }

  static void advance(Handle handle, String id, State before, State after) {
    handle
        .createUpdate("UPDATE merges SET state = :after WHERE id = :id AND state = :before")
        .bind("after", after.text())
        .bind("before", before.text())
        .bind("id", id)
        .execute();
  }

  /** What it was before is no more needed. */
  static void drop(Handle handle, String merge) {
    handle
        .createUpdate("DELETE FROM merged_templates WHERE merge_id = :merge")
        .bind("merge", merge)
        .execute();
  }

  /** The same of all that can be undone no more. */
  static int dropEnded(Handle handle, Instant now) {
    return handle
        .createUpdate(
            "DELETE FROM merged_templates WHERE merge_id IN (SELECT id FROM merges"
                + " WHERE state = 'merged' AND undo_until <= :now)")
        .bind("now", now)
        .execute();
  }

  /**
   * Erases what is kept of a template that is erased, under each id that it had; one that has only
   * gone on to somebody else is not erased.
   */
  static void forgetTemplate(Handle handle, String templateId) {
    Deque<String> open = new ArrayDeque<>(List.of(templateId));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (hasGoneOn(handle, id)) {
        continue;
      }
      Query earlier =
          handle
              .createQuery(
                  "SELECT m.old_id FROM merged_templates m JOIN merges g ON g.id = m.merge_id"
                      + " WHERE m.new_id = :id AND g.state = 'merged'")
              .bind("id", id);
      open.addAll(earlier.mapTo(String.class).list());
      handle
          .createUpdate(
              "DELETE FROM merged_templates WHERE new_id = :id AND merge_id IN"
                  + " (SELECT id FROM merges WHERE state = 'merged')")
          .bind("id", id)
          .execute();
    }
  }

  private static boolean hasGoneOn(Handle handle, String templateId) {
    return handle
            .createQuery("SELECT COUNT(*) FROM merged_templates WHERE old_id = :id")
            .bind("id", templateId)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /**
   * Forgets all merges into somebody, with what they keep.
   *
   * @return all ids under which he was known, his own first; not those that are another's by now,
   *     whose events are not his
   */
  static Set<String> forget(Handle handle, String personId) {
    Set<String> ids = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(personId));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (ids.add(id)) {
        open.addAll(
            handle
                .createQuery(
                    "SELECT from_id FROM merges WHERE into_id = :id AND state <> 'undone'"
                        + " AND NOT EXISTS (SELECT 1 FROM templates"
                        + " WHERE person_id = merges.from_id AND about IS NULL)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
      }
    }
    ids.forEach(
        id ->
            handle.createUpdate("DELETE FROM merges WHERE into_id = :id").bind("id", id).execute());
    return ids;
  }
}
