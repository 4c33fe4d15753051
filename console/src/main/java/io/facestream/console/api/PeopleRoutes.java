package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.Etags;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.Preconditions;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.http.Repeats;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.people.Erasures;
import io.facestream.console.people.FacePhoto;
import io.facestream.console.people.People;
import io.facestream.console.people.Person;
import io.facestream.console.people.PersonChanges;
import io.facestream.console.people.PersonFacts;
import io.facestream.console.people.PhotoEnrolment;
import io.facestream.console.people.SimilarPeople;
import io.facestream.wire.Ids;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /api/v1/people}: who is in the gallery; enrolled, changed and erased. */
public final class PeopleRoutes implements RouteGroup {
  static final String PEOPLE = "/api/v1/people";
  static final String ERASURES = "/api/v1/erasures";
  private static final String ONE = PEOPLE + "/{id}";
  private static final String LIST = "people";
  private static final Pattern ID = Pattern.compile("(?s).{1,260}");

  private final People people;
  private final PhotoEnrolment enrolment;
  private final PersonChanges changes;
  private final Erasures erasures;
  private final EnrolledFaces faces;
  private final SimilarPeople similar;
  private final AuditLog audit;

  public PeopleRoutes(
      People people,
      PhotoEnrolment enrolment,
      PersonChanges changes,
      Erasures erasures,
      EnrolledFaces faces,
      SimilarPeople similar,
      AuditLog audit) {
    this.people = people;
    this.enrolment = enrolment;
    this.changes = changes;
    this.erasures = erasures;
    this.faces = faces;
    this.similar = similar;
    this.audit = audit;
  }

  record Wanted(
      String personId,
      String name,
      List<String> watchlists,
      Map<String, String> details,
      String legalBasis,
      Instant validFrom,
      Instant validUntil,
      String face,
      String from,
      boolean anyway) {
    PersonFacts facts() {
      PersonFacts facts = new PersonFacts().name(name);
      if (watchlists != null) {
        facts.watchlists(watchlists);
      }
      if (details != null) {
        details.forEach(facts::detail);
      }
      return facts
          .legalBasis(legalBasis)
          .validFrom(PersonPatch.storable("validFrom", validFrom))
          .validUntil(PersonPatch.storable("validUntil", validUntil));
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", PEOPLE, Right.READ, this::list);
    routes.addOnce("POST", PEOPLE, Right.ENROL, Repeats.Keeps.ANSWERS, this::enrol);
    routes.add("GET", ONE, Right.READ, this::find);
    routes.add("PATCH", ONE, Right.ENROL, this::change);
    routes.add("DELETE", ONE, Right.ENROL, this::erase);
    routes.addOnce("POST", ONE + "/photos", Right.ENROL, Repeats.Keeps.ANSWERS, this::addPhoto);
    routes.add("DELETE", ONE + "/photos/{photo}", Right.ENROL, this::removePhoto);
    routes.add("GET", ONE + "/photos/{photo}/picture", Right.READ, this::picture);
    routes.add("GET", ERASURES + "/{id}", Right.ENROL, this::erasure);
  }

  private void list(Context context, Caller caller) {
    int limit = Page.limit(context);
    String cursor = context.queryParam("cursor");
    if (context.queryParam("similarTo") != null) {
      listSimilar(context, caller, limit);
      return;
    }
    String after = cursor == null ? "" : Cursor.position(cursor, LIST, ID);
    List<Person> found =
        people.list(
            caller.scope(),
            storable(context, "q"),
            storable(context, "watchlist"),
            after,
            limit + 1);
    List<Person> items = found.stream().limit(limit).toList();
    Json.answer(
        context,
        200,
        new Page<>(
            items.stream().map(EnrolledView::of).toList(),
            found.size() > limit ? Cursor.of(LIST, items.get(items.size() - 1).personId()) : null));
  }

  /** PostgreSQL stores no NUL, and is not asked for one. */
  private static String storable(Context context, String name) {
    String text = context.queryParam(name);
    if (text != null && text.indexOf('\0') >= 0) {
      throw ProblemException.invalid("'" + name + "' has a character that nobody's has");
    }
    return text;
  }

  /**
   * Who looks alike.
   *
   * @param notCompared photos of another model than the face
   */
  record Alike(List<EnrolledView> items, int notCompared) {}

  private void listSimilar(Context context, Caller caller, int limit) {
    if (context.queryParam("q") != null || context.queryParam("cursor") != null) {
      throw ProblemException.invalid("'similarTo' goes without 'q' and 'cursor'");
    }
    String name = context.queryParam("similarTo");
    SimilarPeople.Probe probe = new Probes(similar, faces).of(name, caller);
    SimilarPeople.Found found =
        similar
            .nearest(probe, caller.scope(), storable(context, "watchlist"), limit)
            .orElseThrow(() -> Problems.busy("Another search is under way"));
    audit.add(
        caller.id(), "search.similar", Probes.inLog(name), Map.of("people", found.people().size()));
    Json.answer(
        context,
        200,
        new Alike(
            found.people().stream()
                .map(one -> EnrolledView.of(one.person(), one.similarity()))
                .toList(),
            found.notCompared()));
  }

  private void find(Context context, Caller caller) {
    Person person =
        people
            .find(context.pathParam("id"), caller.scope())
            .orElseThrow(ProblemException::notFound);
    Etags.answer(context, EnrolledView.of(person));
  }

  private void enrol(Context context, Caller caller) {
    Wanted wanted = Bodies.json(context, Wanted.class);
    if (wanted.name == null || wanted.name.isBlank()) {
      throw ProblemException.invalid("'name' is needed");
    }
    if ((wanted.face == null) == (wanted.from == null)) {
      throw ProblemException.invalid(
          "One of 'face' and 'from' is needed: the token of an unknown face, or what a camera saw");
    }
    if (wanted.watchlists != null && wanted.watchlists.contains(null)
        || wanted.details != null && wanted.details.containsValue(null)) {
      throw ProblemException.invalid("'watchlists' and 'details' have no nulls");
    }
    if (wanted.personId != null && Ids.personOf(wanted.personId + "/x") == null
        || wanted.personId != null && wanted.personId.contains("/")) {
      throw ProblemException.invalid("'personId' is an id without a slash");
    }
    if (wanted.from != null) {
      requireSight(caller);
    }
    PersonFacts facts = wanted.facts();
    Person person =
        enrolment.enrol(
            caller,
            wanted.personId,
            facts,
            wanted.face != null
                ? faces.ofToken(wanted.face, caller)
                : faces.ofSeen(wanted.from, wanted.personId, wanted.anyway, caller));
    Repeats.tellsOf(context, person.personId());
    Json.answer(context, 201, EnrolledView.of(person));
  }

  /** Whoever enrols what a camera saw sees it. */
  private static void requireSight(Caller caller) {
    if (!caller.may(Right.READ)) {
      throw ProblemException.missing(Right.READ);
    }
  }

  private void change(Context context, Caller caller) {
    Preconditions wanted = Preconditions.ifGiven(context);
    Person person =
        changes.change(
            caller,
            context.pathParam("id"),
            PersonPatch.of(context),
            seen -> {
              if (!wanted.hold(Etags.ofAnswer(EnrolledView.of(seen)))) {
                throw Preconditions.changed();
              }
            });
    Etags.answer(context, EnrolledView.of(person));
  }

  private void erase(Context context, Caller caller) {
    Json.answer(context, 202, erasures.erase(caller, context.pathParam("id")));
  }

  private void erasure(Context context, Caller caller) {
    Json.answer(
        context,
        200,
        erasures
            .find(context.pathParam("id"), caller.scope())
            .orElseThrow(ProblemException::notFound));
  }

  record WantedPhoto(String face, String from) {}

  private void addPhoto(Context context, Caller caller) {
    String id = context.pathParam("id");
    // First, or the answer to a picture would tell of a person whom the caller may not know.
    people.find(id, caller.scope()).orElseThrow(ProblemException::notFound);
    Person.Photo photo = enrolment.addPhoto(caller, id, wantedPhoto(context, id, caller));
    Repeats.tellsOf(context, id);
    Json.answer(context, 201, PhotoView.of(id, photo));
  }

  private FacePhoto wantedPhoto(Context context, String id, Caller caller) {
    String type = context.req().getContentType();
    if (type == null || !type.startsWith(Json.TYPE)) {
      return faces.ofPicture(context, id, caller);
    }
    WantedPhoto wanted = Bodies.json(context, WantedPhoto.class);
    if ((wanted.face == null) == (wanted.from == null)) {
      throw ProblemException.invalid("One of 'face' and 'from' is needed");
    }
    if (wanted.from != null) {
      requireSight(caller);
    }
    return wanted.face != null
        ? faces.ofToken(wanted.face, caller)
        : faces.ofSeen(wanted.from, id, "true".equals(context.queryParam("anyway")), caller);
  }

  private void removePhoto(Context context, Caller caller) {
    changes.removePhoto(caller, context.pathParam("id"), context.pathParam("photo"));
    context.status(204);
  }

  private void picture(Context context, Caller caller) {
    byte[] jpeg =
        people
            .picture(context.pathParam("id"), context.pathParam("photo"), caller.scope())
            .orElseThrow(ProblemException::notFound);
    context.contentType("image/jpeg").result(jpeg);
  }
}
