package io.facestream.console.people;

import com.google.protobuf.Timestamp;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import io.facestream.console.access.Scope;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Enrols people by photos. A face's picture and the entry in the audit log are stored first, then
 * the template is written: were the process to end in between, there would be a picture without a
 * template, which goes after a while, and never a template that nobody wrote down.
 */
public final class PhotoEnrolment {
  private static final int ID_DIGITS = 10;
  private static final int PHOTO_DIGITS = 12;

  /** Longer than any enrolment takes. */
  private static final Duration LEFT = Duration.ofMinutes(2);

  private final Jdbi jdbi;
  private final People people;
  private final GalleryChanges changes;
  private final FaceTemplates templates;
  private final Noted audit;
  private final Clock clock;

  /** Writes by {@code changes}, and notes it in {@code audit}. */
  public PhotoEnrolment(
      Jdbi jdbi,
      People people,
      GalleryChanges changes,
      FaceTemplates templates,
      Noted audit,
      Clock clock) {
    this.jdbi = jdbi;
    this.people = people;
    this.changes = changes;
    this.templates = templates;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Enrols somebody new.
   *
   * @param personId null for one that is made of the photo's key, so that who asks again after a
   *     lost answer gets the same person
   * @throws PeopleException when the id is taken, a value is out of bounds, or the photo is poor
   */
  public Person enrol(Caller caller, String personId, PersonFacts facts, FacePhoto photo) {
    Checks.requireOwn(caller.scope(), facts.watchlists() == null ? List.of() : facts.watchlists());
    if (personId != null && caller.scope().watchlists().isPresent()) {
      // That an id is taken would tell of somebody on another watchlist.
      throw new PeopleException(
          Reason.INVALID, "Leave out the id; only who may see all watchlists can choose one");
    }
    Optional<Person> before = whose(caller.scope(), personId, photo).person();
    if (before.isPresent()) {
      return before.get();
    }
    GalleryEntry.Builder entry = facts.over(templates.of(photo), List.of());
    Supplier<Person> enrolment =
        () -> {
          Whose whose = whose(caller.scope(), personId, photo);
          return whose.person().orElseGet(() -> enrolAs(caller, whose.id(), entry, photo));
        };
    // Two who choose the same id at the same time would become one person.
    return personId == null ? changes.besideOthers(enrolment) : changes.alone(enrolment);
  }

  private Person enrolAs(Caller caller, String id, GalleryEntry.Builder entry, FacePhoto photo) {
    put(caller, "people.enrol", id, entry.setPersonId(id), photo);
    return people.find(id, caller.scope()).orElseThrow();
  }

  /**
   * Whose a photo is, or is to be.
   *
   * @param person who was enrolled by it already
   */
  private record Whose(String id, Optional<Person> person) {}

  private Whose whose(Scope scope, String personId, FacePhoto photo) {
    for (int others = 0; ; others++) {
      String id = personId == null ? idOf(photo, others) : personId;
      List<Template> there = people.templatesOf(id, Scope.ALL);
      if (there.isEmpty()) {
        return new Whose(id, Optional.empty());
      }
      if (there.stream().anyMatch(one -> one.templateId().equals(templateId(id, photo)))) {
        Optional<Person> visible = people.find(id, scope);
        if (visible.isPresent()) {
          return new Whose(id, visible);
        }
      }
      if (personId != null) {
        throw new PeopleException(Reason.ALREADY_ENROLLED, "This id is taken; leave it out");
      }
      // It was his photo once, or the caller may not know of him: then he is no reason to refuse.
    }
  }

  /** The id that somebody has who is enrolled by this photo without one, or gets. */
  public String idFor(Scope scope, FacePhoto photo) {
    return whose(scope, null, photo).id();
  }

  private static String idOf(FacePhoto photo, int others) {
    return "p-" + photo.key().substring(0, ID_DIGITS) + (others == 0 ? "" : "-" + others);
  }

  /** Adds a photo of somebody. */
  public Person.Photo addPhoto(Caller caller, String personId, FacePhoto photo) {
    people.ownAlone(personId, caller.scope());
    GalleryEntry.Builder template = templates.of(photo);
    return changes.besideOthers(
        () -> {
          List<Template> known = people.ownAlone(personId, caller.scope());
          GalleryEntry.Builder entry = PersonFacts.ofPerson(template, known.get(0).entry());
          String templateId = put(caller, "people.photo", personId, entry, photo);
          return people.find(personId, caller.scope()).orElseThrow().photos().stream()
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
    GalleryEntry whole = Checks.valid(templateId, entry.build());
    jdbi.useTransaction(
        handle -> {
          TemplateTable.putPicture(handle, templateId, photo.jpeg(), now);
          TemplateTable.awaitTemplate(handle, templateId, now);
          audit.add(
              handle,
              caller.id(),
              action,
              personId,
              Map.of("photo", Checks.brief(templateId), "watchlists", whole.getWatchlistsCount()));
        });
    changes.write(
        Map.of(templateId, Optional.of(whole)),
        handle -> TemplateTable.awaitTemplate(handle, templateId, null));
    return templateId;
  }

  private static String templateId(String personId, FacePhoto photo) {
    return personId + "/" + photo.key().substring(0, PHOTO_DIGITS);
  }

  /** Deletes pictures of those who were not enrolled after all, as by a console that ended. */
  public void dropUnused() {
    Instant left = clock.instant().minus(LEFT);
    jdbi.useTransaction(handle -> TemplateTable.dropUnused(handle, left));
  }
}
