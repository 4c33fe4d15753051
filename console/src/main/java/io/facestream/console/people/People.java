package io.facestream.console.people;

import com.google.protobuf.Timestamp;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import io.facestream.console.access.Scope;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.Validity;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds people in the view, and changes the gallery. A change is on the topic before it is
 * answered; the view is never changed otherwise. A face's picture and the entry in the audit log
 * are stored first: were the process to end in between, there would be a picture without a
 * template, which goes after a while, and never a template that nobody wrote down. With a template
 * its picture goes, whoever erased it.
 */
public final class People {
  private static final int ID_DIGITS = 10;
  private static final int PHOTO_DIGITS = 12;
  private static final int LONGEST_IN_LOG = 200;

  /** Longer than any enrolment takes. */
  private static final Duration LEFT = Duration.ofMinutes(2);

  private final Jdbi jdbi;
  private final GalleryChanges changes;
  private final FaceTemplates templates;
  private final Noted audit;
  private final Clock clock;

  public People(
      Jdbi jdbi, GalleryChanges changes, FaceTemplates templates, Noted audit, Clock clock) {
    this.jdbi = jdbi;
    this.changes = changes;
    this.templates = templates;
    this.audit = audit;
    this.clock = clock;
  }

  /** People in the order of their ids, behind one. */
  public List<Person> list(Scope scope, String text, String watchlist, String after, int most) {
    if (watchlist != null && !scope.has(watchlist)) {
      return List.of();
    }
    return jdbi.inTransaction(
        handle ->
            TemplateTable.people(handle, scope, text, watchlist, after, most).stream()
                .map(id -> TemplateTable.ofPerson(handle, id, scope))
                .filter(found -> !found.isEmpty())
                .map(found -> Person.of(found, scope))
                .toList());
  }

  /** Somebody whom the caller may know of. */
  public Optional<Person> find(String personId, Scope scope) {
    List<Template> found = templatesOf(personId, scope);
    return found.isEmpty() ? Optional.empty() : Optional.of(Person.of(found, scope));
  }

  List<Template> templatesOf(String personId, Scope scope) {
    return jdbi.withHandle(handle -> TemplateTable.ofPerson(handle, personId, scope));
  }

  /** The picture of a face that was enrolled here. */
  public Optional<byte[]> picture(String personId, String photo, Scope scope) {
    return templatesOf(personId, scope).stream()
        .filter(template -> template.photo().equals(photo))
        .findFirst()
        .flatMap(
            template ->
                jdbi.withHandle(handle -> TemplateTable.picture(handle, template.templateId())));
  }

  /**
   * Enrols somebody new.
   *
   * @param personId null for one that is made of the photo's key, so that who asks again after a
   *     lost answer gets the same person
   * @throws PeopleException when the id is taken, a value is out of bounds, or the photo is poor
   */
  public Person enrol(Caller caller, String personId, PersonFacts facts, FacePhoto photo) {
    requireOwn(caller.scope(), facts.watchlists() == null ? List.of() : facts.watchlists());
    if (personId != null && caller.scope().watchlists().isPresent()) {
      // That an id is taken would tell of somebody on another watchlist.
      throw new PeopleException(
          Reason.INVALID, "Leave out the id; only who may see all watchlists can choose one");
    }
    String id = personId == null ? idOf(photo) : personId;
    Optional<Person> before = enrolledBy(caller, id, photo);
    if (before.isPresent()) {
      return before.get();
    }
    GalleryEntry.Builder entry = facts.over(templates.of(photo), List.of()).setPersonId(id);
    return changes.besideOthers(
        () ->
            enrolledBy(caller, id, photo)
                .orElseGet(
                    () -> {
                      put(caller, "people.enrol", id, entry, photo);
                      return find(id, caller.scope()).orElseThrow();
                    }));
  }

  /** Who is there by this photo already; an id that is somebody else's is refused. */
  private Optional<Person> enrolledBy(Caller caller, String id, FacePhoto photo) {
    List<Template> there = templatesOf(id, Scope.ALL);
    if (there.stream().anyMatch(one -> one.templateId().equals(templateId(id, photo)))) {
      Optional<Person> visible = find(id, caller.scope());
      if (visible.isPresent()) {
        return visible;
      }
    }
    if (!there.isEmpty()) {
      throw new PeopleException(Reason.ALREADY_ENROLLED, "This id is taken; leave it out");
    }
    return Optional.empty();
  }

  /** The id that somebody new gets who is enrolled by this photo without one. */
  public static String idOf(FacePhoto photo) {
    return "p-" + photo.key().substring(0, ID_DIGITS);
  }

  /** Adds a photo of somebody. */
  public Person.Photo addPhoto(Caller caller, String personId, FacePhoto photo) {
    ownAlone(personId, caller.scope());
    GalleryEntry.Builder template = templates.of(photo);
    return changes.besideOthers(
        () -> {
          List<Template> known = ownAlone(personId, caller.scope());
          GalleryEntry.Builder entry = PersonFacts.ofPerson(template, known.get(0).entry());
          String templateId = put(caller, "people.photo", personId, entry, photo);
          return find(personId, caller.scope()).orElseThrow().photos().stream()
              .filter(one -> one.templateId().equals(templateId))
              .findFirst()
              .orElseThrow();
        });
  }

  private String put(
      Caller caller, String action, String personId, GalleryEntry.Builder entry, FacePhoto photo) {
    Instant now = clock.instant();
    entry.setEnrolledAt(
        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()));
    String templateId = templateId(personId, photo);
    GalleryEntry whole = valid(templateId, entry.build());
    jdbi.useTransaction(
        handle -> {
          TemplateTable.putPicture(handle, templateId, photo.jpeg(), now);
          TemplateTable.awaitTemplate(handle, templateId, now);
          audit.add(
              handle,
              caller.id(),
              action,
              personId,
              Map.of("photo", brief(templateId), "watchlists", whole.getWatchlistsCount()));
        });
    changes.write(
        Map.of(templateId, Optional.of(whole)),
        handle -> TemplateTable.awaitTemplate(handle, templateId, null));
    return templateId;
  }

  /** An id as the audit log takes it. */
  static String brief(String id) {
    return id.substring(0, Math.min(id.length(), LONGEST_IN_LOG));
  }

  private static String templateId(String personId, FacePhoto photo) {
    return personId + "/" + photo.key().substring(0, PHOTO_DIGITS);
  }

  /**
   * Changes what is laid down about somebody, in all his photos.
   *
   * @param seen told of the person as he is; it throws when that is not as somebody saw him last
   * @throws PeopleException when there is nobody of that id, or a value is out of bounds
   */
  public Person change(Caller caller, String personId, PersonFacts facts, Consumer<Person> seen) {
    requireOwn(caller.scope(), facts.watchlists());
    return changes.alone(
        () -> {
          List<Template> known = ownAlone(personId, caller.scope());
          seen.accept(Person.of(known, caller.scope()));
          layDown(caller, personId, known, facts, handle -> {});
          return find(personId, caller.scope())
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
          valid(template.templateId(), facts.over(template.entry().toBuilder(), hidden).build());
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
          List<Template> known = ownAlone(personId, caller.scope());
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
                      handle, caller.id(), "people.unphoto", personId, Map.of("photo", brief(id))));
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
    List<Template> known = known(personId, caller.scope());
    Person person = Person.of(known, Scope.ALL);
    if (isShared(known, caller.scope())) {
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

  /** Deletes pictures of those who were not enrolled after all, as by a console that ended. */
  public void dropUnused() {
    Instant left = clock.instant().minus(LEFT);
    jdbi.useTransaction(handle -> TemplateTable.dropUnused(handle, left));
  }

  /** Of somebody whom nobody outside the scope has on a list: others' people are not changed. */
  List<Template> ownAlone(String personId, Scope scope) {
    List<Template> known = known(personId, scope);
    if (isShared(known, scope)) {
      throw new PeopleException(Reason.SHARED, "This person is not on your watchlists alone");
    }
    return known;
  }

  static boolean isShared(List<Template> known, Scope scope) {
    return known.stream()
        .flatMap(template -> template.entry().getWatchlistsList().stream())
        .anyMatch(list -> !scope.has(list));
  }

  private List<Template> known(String personId, Scope scope) {
    List<Template> found = templatesOf(personId, scope);
    if (found.isEmpty()) {
      throw new PeopleException(Reason.NOT_FOUND, "There is nobody of that id");
    }
    return found;
  }

  /**
   * @param watchlists null where they stay
   */
  private static void requireOwn(Scope scope, List<String> watchlists) {
    if (watchlists == null) {
      return;
    }
    if (scope.watchlists().isPresent() && watchlists.isEmpty()) {
      throw new PeopleException(
          Reason.INVALID, "Name at least one of your watchlists, or you would not see the person");
    }
    if (watchlists.stream().anyMatch(list -> !scope.has(list))) {
      throw new PeopleException(Reason.INVALID, "There is no such watchlist for you");
    }
  }

  static GalleryEntry valid(String templateId, GalleryEntry entry) {
    for (String complaint :
        new String[] {
          GalleryBounds.complaint(templateId),
          GalleryBounds.complaint(entry),
          Validity.of(entry).complaint()
        }) {
      if (complaint != null) {
        throw new PeopleException(Reason.INVALID, complaint);
      }
    }
    return entry;
  }
}
