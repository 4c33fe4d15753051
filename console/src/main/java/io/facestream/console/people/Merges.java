package io.facestream.console.people;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import io.facestream.console.access.Scope;
import io.facestream.console.people.MergeTable.Moved;
import io.facestream.console.people.MergeTable.Row;
import io.facestream.console.people.MergeTable.State;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.NegativeExamples;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one of two people, and two again. What is to be done is in the database before anything is
 * written to the gallery, and is done to its end after a process that ended in between; what the
 * templates were is kept for as long as that can be undone, unless they are erased before.
 */
public final class Merges {
  /** How long one may find out that they were two. */
  public static final Duration UNDO = Duration.ofDays(7);

  private static final int MARK = 8;
  private static final Logger LOG = LoggerFactory.getLogger(Merges.class);

  private final Jdbi jdbi;
  private final People people;
  private final GalleryChanges changes;
  private final Noted audit;
  private final Clock clock;

  public Merges(Jdbi jdbi, People people, GalleryChanges changes, Noted audit, Clock clock) {
    this.jdbi = jdbi;
    this.people = people;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
    changes.goOnWith(new Unfinished());
  }

  /**
   * Gives all photos of one person, and the negative examples about him, to another, whose name,
   * watchlists and details hold from then on.
   *
   * @throws PeopleException when the caller may not change both, or the gallery cannot be written
   */
  public Merge merge(Caller caller, String from, String into) {
    if (from.equals(into)) {
      throw new PeopleException(Reason.INVALID, "'into' is the same person");
    }
    return changes.alone(
        () -> {
          List<Template> there = people.ownAlone(into, caller.scope());
          Row row = done(from, into).orElseGet(() -> begin(caller, from, into, there));
          List<Moved> moved = jdbi.withHandle(handle -> MergeTable.moved(handle, row.id()));
          requireOwn(row, moved, caller.scope());
          List<String> photos =
              moved.stream()
                  .filter(one -> !NegativeExamples.is(one.entry()))
                  .map(one -> photoOf(one.newId()))
                  .toList();
          if (row.state() == State.MERGING) {
            finish(row);
          }
          return new Merge(row.id(), from, into, photos, row.undoUntil());
        });
  }

  /** The same merge, whose answer was lost: nobody has that id any more. */
  private Optional<Row> done(String from, String into) {
    return people.templatesOf(from, Scope.ALL).isEmpty()
        ? jdbi.withHandle(handle -> MergeTable.find(handle, from, into, State.MERGED))
            .filter(row -> clock.instant().isBefore(row.undoUntil()))
        : Optional.empty();
  }

  private Row begin(Caller caller, String from, String into, List<Template> there) {
    List<Template> moving = people.ownAlone(from, caller.scope());
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Row row = new Row(id, from, into, now.plus(UNDO), State.MERGING);
    List<Moved> moved = new ArrayList<>();
    Set<String> taken = there.stream().map(Template::templateId).collect(Collectors.toSet());
    for (Template template : moving) {
      String same = into + "/" + template.photo();
      String other = same + "-" + id.substring(0, MARK);
      moved.add(
          new Moved(template.templateId(), taken.contains(same) ? other : same, template.entry()));
    }
    jdbi.useTransaction(
        handle -> {
          moved.addAll(examples(handle, from, into));
          moved.forEach(one -> Checks.valid(one.newId(), asOf(one, into, there.get(0).entry())));
          MergeTable.add(handle, row, now, moved);
          moved.forEach(one -> TemplateTable.copyPicture(handle, one.oldId(), one.newId(), now));
          audit.add(
              handle,
              caller.id(),
              "people.merge",
              from,
              Map.of("into", Checks.brief(into), "merge", id, "photos", moving.size()));
        });
    return row;
  }

  private static List<Moved> examples(Handle handle, String from, String into) {
    List<Moved> examples = new ArrayList<>();
    for (String id : TemplateTable.examplesAbout(handle, from)) {
      String moved = "not/" + into + id.substring(("not/" + from).length());
      // The same face may be there for both; then that of the first says nothing more, and ends.
      if (TemplateTable.entry(handle, moved).isEmpty()) {
        TemplateTable.entry(handle, id)
            .ifPresent(entry -> examples.add(new Moved(id, moved, entry)));
      }
    }
    return examples;
  }

  private static GalleryEntry asOf(Moved moved, String into, GalleryEntry person) {
    return NegativeExamples.is(moved.entry())
        ? moved.entry().toBuilder().setNotPersonId(into).build()
        : PersonFacts.ofPerson(moved.entry().toBuilder(), person).build();
  }

  private static String photoOf(String templateId) {
    return templateId.substring(templateId.indexOf('/') + 1);
  }

  /** Does what is left of it; doing it twice changes nothing. */
  private void finish(Row row) {
    List<Moved> moved = jdbi.withHandle(handle -> MergeTable.moved(handle, row.id()));
    if (row.state() == State.UNDOING) {
      restore(row, moved);
      return;
    }
    List<Template> there = people.templatesOf(row.into(), Scope.ALL);
    if (there.isEmpty()) {
      // Erased by other means while this was under way.
      jdbi.useTransaction(
          handle -> MergeTable.advance(handle, row.id(), State.MERGING, State.UNDOING));
      restore(row, moved);
      return;
    }
    Map<String, Optional<GalleryEntry>> written = new LinkedHashMap<>();
    for (Moved one : moved) {
      written.put(one.newId(), Optional.of(asOf(one, row.into(), there.get(0).entry())));
      written.put(one.oldId(), Optional.empty());
    }
    changes.write(
        written, handle -> MergeTable.advance(handle, row.id(), State.MERGING, State.MERGED));
  }

  private void restore(Row row, List<Moved> moved) {
    Map<String, Optional<GalleryEntry>> written = new LinkedHashMap<>();
    for (Moved one : moved) {
      written.put(one.oldId(), Optional.of(one.entry()));
      written.put(one.newId(), Optional.empty());
    }
    changes.write(
        written,
        handle -> {
          MergeTable.advance(handle, row.id(), State.UNDOING, State.UNDONE);
          MergeTable.drop(handle, row.id());
        });
  }

  /**
   * Makes two of them again, as they were; photos that were erased meanwhile stay erased.
   *
   * @return who was merged into the other
   * @throws PeopleException when it is too late, or the caller may not change both
   */
  public Person undo(Caller caller, String mergeId) {
    return changes.alone(
        () -> {
          Row row =
              jdbi.withHandle(handle -> MergeTable.find(handle, mergeId))
                  .orElseThrow(Merges::notFound);
          List<Moved> moved = jdbi.withHandle(handle -> MergeTable.moved(handle, mergeId));
          requireOwn(row, moved, caller.scope());
          requireUndoable(row, moved);
          beginUndo(caller, row, moved);
          restore(row, moved);
          return people.find(row.from(), caller.scope()).orElseThrow(Merges::notFound);
        });
  }

  /** As for changes: both are the caller's alone; of others he learns nothing. */
  private void requireOwn(Row row, List<Moved> moved, Scope scope) {
    if (scope.watchlists().isEmpty()) {
      return;
    }
    List<Template> kept = moved.stream().map(Moved::before).toList();
    boolean known =
        kept.stream().flatMap(one -> one.entry().getWatchlistsList().stream()).anyMatch(scope::has);
    if (!known) {
      throw notFound();
    }
    people.ownAlone(row.into(), scope);
    if (People.isShared(kept, scope)) {
      throw new PeopleException(Reason.SHARED, "This person is not on your watchlists alone");
    }
  }

  private static PeopleException notFound() {
    return new PeopleException(Reason.NOT_FOUND, "There is no such merge");
  }

  private void requireUndoable(Row row, List<Moved> moved) {
    if (moved.isEmpty() || !clock.instant().isBefore(row.undoUntil())) {
      throw new PeopleException(
          Reason.UNDO_ENDED, "What the person was is no longer kept, so this cannot be undone");
    }
    if (jdbi.withHandle(handle -> MergeTable.isMerged(handle, row.into()))) {
      throw new PeopleException(
          Reason.MERGED_ON, "Who has the photos now was merged into somebody else since");
    }
    if (!people.templatesOf(row.from(), Scope.ALL).isEmpty()) {
      throw new PeopleException(
          Reason.ALREADY_ENROLLED, "The id of who would be split off is taken again");
    }
    Set<String> moving = moved.stream().map(Moved::newId).collect(Collectors.toSet());
    List<Template> there = people.templatesOf(row.into(), Scope.ALL);
    if (!there.isEmpty() && there.stream().map(Template::templateId).allMatch(moving::contains)) {
      throw new PeopleException(
          Reason.LAST_PHOTO, "Nothing is left of who has the photos but those that would go back");
    }
  }

  private void beginUndo(Caller caller, Row row, List<Moved> moved) {
    Instant now = clock.instant();
    jdbi.useTransaction(
        handle -> {
          MergeTable.advance(handle, row.id(), State.MERGED, State.UNDOING);
          moved.forEach(one -> TemplateTable.copyPicture(handle, one.newId(), one.oldId(), now));
          audit.add(
              handle,
              caller.id(),
              "people.unmerge",
              row.from(),
              Map.of("into", Checks.brief(row.into()), "merge", row.id(), "photos", moved.size()));
        });
  }

  /** Drops what can be undone no more. */
  public void dropEnded() {
    jdbi.useTransaction(handle -> MergeTable.dropEnded(handle, clock.instant()));
  }

  private final class Unfinished implements GalleryChanges.Left {
    @Override
    public boolean isThere() {
      return !jdbi.withHandle(MergeTable::unfinished).isEmpty();
    }

    @Override
    public void goOn() {
      for (Row row : jdbi.withHandle(MergeTable::unfinished)) {
        LOG.info("Merge {} was left before its end and is gone on with", row.id());
        finish(row);
      }
    }
  }
}
