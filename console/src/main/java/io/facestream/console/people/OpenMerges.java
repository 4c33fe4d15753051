package io.facestream.console.people;

import io.facestream.console.access.Scope;
import io.facestream.console.people.MergeTable.Moved;
import io.facestream.console.store.UtcInstants;
import io.facestream.wire.NegativeExamples;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Merges that can still be undone. */
public final class OpenMerges {
  private final Jdbi jdbi;
  private final People people;
  private final Clock clock;

  public OpenMerges(Jdbi jdbi, People people, Clock clock) {
    this.jdbi = jdbi;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Somebody who was merged into another.
   *
   * @param from his id
   * @param name as it was
   * @param photos how many he brought
   */
  public record OpenMerge(
      String mergeId, String from, String name, int photos, Instant at, Instant undoUntil) {}

  private record Row(String id, String from, Instant at, Instant undoUntil) {}

  /**
   * Those into somebody, the newest first, as far as the caller can undo them.
   *
   * @return empty where there is nobody of that id for the caller
   */
  public Optional<List<OpenMerge>> into(String personId, Scope scope) {
    List<Template> known = people.templatesOf(personId, scope);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (People.isShared(known, scope)) {
      return Optional.of(List.of());
    }
    return Optional.of(
        jdbi.inTransaction(
            handle ->
                rows(handle, personId).stream()
                    .flatMap(row -> ofScope(handle, row, scope).stream())
                    .toList()));
  }

  private List<Row> rows(Handle handle, String personId) {
    return handle
        .createQuery(
            "SELECT id, from_id, at, undo_until FROM merges WHERE into_id = :into"
                + " AND state = 'merged' AND undo_until > :now ORDER BY at DESC, id")
        .bind("into", personId)
        .bind("now", clock.instant())
        .map(
            (row, context) ->
                new Row(
                    row.getString("id"),
                    row.getString("from_id"),
                    UtcInstants.of(row, "at"),
                    UtcInstants.of(row, "undo_until")))
        .list();
  }

  private static Optional<OpenMerge> ofScope(Handle handle, Row row, Scope scope) {
    List<Template> kept =
        MergeTable.moved(handle, row.id()).stream()
            .filter(one -> !NegativeExamples.is(one.entry()))
            .map(Moved::before)
            .toList();
    boolean known = kept.stream().anyMatch(one -> scope.sees(one.entry().getWatchlistsList()));
    if (!known || People.isShared(kept, scope)) {
      return Optional.empty();
    }
    String name = kept.get(0).entry().getName();
    return Optional.of(
        new OpenMerge(
            row.id(),
            row.from(),
            name.isEmpty() ? row.from() : name,
            kept.size(),
            row.at(),
            row.undoUntil()));
  }
}
