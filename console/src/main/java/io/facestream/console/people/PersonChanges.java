package io.facestream.console.people;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import io.facestream.console.access.Scope;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.proto.GalleryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Changes people who are there, and takes them out of the gallery. A change is on the topic before
 * it is answered; the view is never changed otherwise. With a template its picture goes, whoever
 * erased it.
 */
public final class PersonChanges {
  private final Jdbi jdbi;
  private final People people;
  private final GalleryChanges changes;
  private final Noted audit;

  /** Writes by {@code changes}, and notes it in {@code audit}. */
  public PersonChanges(Jdbi jdbi, People people, GalleryChanges changes, Noted audit) {
    this.jdbi = jdbi;
    this.people = people;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Changes what is laid down about somebody, in all his photos.
   *
   * @param seen told of the person as he is; it throws when that is not as somebody saw him last
   * @throws PeopleException when there is nobody of that id, or a value is out of bounds
   */
  public Person change(Caller caller, String personId, PersonFacts facts, Consumer<Person> seen) {
    Checks.requireOwn(caller.scope(), facts.watchlists());
    return changes.alone(
        () -> {
          List<Template> known = people.ownAlone(personId, caller.scope());
          seen.accept(Person.of(known, caller.scope()));
          layDown(caller, personId, known, facts, handle -> {});
          return people
              .find(personId, caller.scope())
              .orElseThrow(
                  () -> new PeopleException(Reason.NOT_FOUND, "Nobody of that id is left"));
        });
  }

  private void layDown(
      Caller caller,
      String personId,
      List<Template> known,
      PersonFacts facts,
      Consumer<Handle> before) {
    Map<String, Optional<GalleryEntry>> changed = new LinkedHashMap<>();
    for (Template template : known) {
      List<String> hidden =
          template.entry().getWatchlistsList().stream()
              .filter(list -> !caller.scope().has(list))
              .toList();
      GalleryEntry entry =
          Checks.valid(
              template.templateId(), facts.over(template.entry().toBuilder(), hidden).build());
      changed.put(template.templateId(), Optional.of(entry));
    }
    changes.writeWhole(
        changed,
        handle -> {
          before.accept(handle);
          audit.add(
              handle, caller.id(), "people.change", personId, Map.of("photos", changed.size()));
        });
  }

  /** Erases a photo; the last one goes with the person only. */
  public void removePhoto(Caller caller, String personId, String photo) {
    changes.alone(
        () -> {
          List<Template> known = people.ownAlone(personId, caller.scope());
          String id =
              known.stream()
                  .filter(template -> template.photo().equals(photo))
                  .findFirst()
                  .orElseThrow(
                      () -> new PeopleException(Reason.NOT_FOUND, "There is no such photo"))
                  .templateId();
          if (known.size() == 1) {
            throw new PeopleException(Reason.LAST_PHOTO, "This is the only photo of the person");
          }
          jdbi.useTransaction(
              handle ->
                  audit.add(
                      handle,
                      caller.id(),
                      "people.unphoto",
                      personId,
                      Map.of("photo", Checks.brief(id))));
          changes.write(Map.of(id, Optional.empty()), handle -> {});
          return id;
        });
  }

  /** Is told of an erasure within the transaction before templates go. */
  @FunctionalInterface
  interface Erasing {
    /**
     * @param person as he is
     * @param templates how many go, with negative examples; 0 where he stays, on other watchlists
     */
    void store(Handle handle, Person person, int templates);
  }

  /**
   * Takes somebody out of the gallery with all photos and the negative examples about him. Who may
   * not see all of his watchlists takes him off those that he may see, and no more.
   *
   * @param before stores the receipt: from then on the erasure is done, also by the next console,
   *     when this one ends or the broker goes away in the middle
   */
  void erase(Caller caller, String personId, Erasing before) {
    changes.alone(
        () -> {
          eraseAlone(caller, personId, before);
          return personId;
        });
  }

  private void eraseAlone(Caller caller, String personId, Erasing before) {
    List<Template> known = people.known(personId, caller.scope());
    Person person = Person.of(known, Scope.ALL);
    if (People.isShared(known, caller.scope())) {
      layDown(
          caller,
          personId,
          known,
          new PersonFacts().watchlists(List.of()),
          handle -> before.store(handle, person, 0));
      return;
    }
    Map<String, Optional<GalleryEntry>> gone = new LinkedHashMap<>();
    known.forEach(template -> gone.put(template.templateId(), Optional.empty()));
    jdbi.withHandle(handle -> TemplateTable.examplesAbout(handle, personId))
        .forEach(id -> gone.put(id, Optional.empty()));
    changes.writeWhole(
        gone,
        handle -> {
          known.forEach(template -> TemplateTable.deletePicture(handle, template.templateId()));
          before.store(handle, person, gone.size());
          audit.add(
              handle, caller.id(), "people.erase", personId, Map.of("templates", gone.size()));
        });
  }

  /** Does something when no change is under way. */
  void whenDone(Runnable work) {
    changes.alone(
        () -> {
          work.run();
          return true;
        });
  }
}
