package io.facestream.console.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.people.Erasures;
import io.facestream.console.people.People;
import io.facestream.console.people.Person;
import io.facestream.console.people.PersonFacts;
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
  private final Erasures erasures;
  private final EnrolledFaces faces;

  public PeopleRoutes(People people, Erasures erasures, EnrolledFaces faces) {
    this.people = people;
    this.erasures = erasures;
    this.faces = faces;
  }

  record Wanted(
      String personId,
      String name,
      List<String> watchlists,
      Map<String, String> details,
      Instant validFrom,
      Instant validUntil,
      String face) {
    PersonFacts facts() {
      return new PersonFacts(name, watchlists, details, validFrom, validUntil);
    }
  }

  record Change(
      String name,
      List<String> watchlists,
      Map<String, String> details,
      Instant validFrom,
      Instant validUntil) {}

  /** How a person is answered. */
  record View(
      String personId,
      String name,
      List<String> watchlists,
      Map<String, String> details,
      Instant validFrom,
      Instant validUntil,
      List<PhotoView> photos,
      Instant enrolledAt) {
    static View of(Person person) {
      return new View(
          person.personId(),
          person.name(),
          person.watchlists(),
          person.details(),
          person.validFrom(),
          person.validUntil(),
          person.photos().stream().map(photo -> PhotoView.of(person.personId(), photo)).toList(),
          person.enrolledAt());
    }
  }

  /**
   * A photo.
   *
   * @param picture where the face can be seen; null when its picture is not kept
   */
  record PhotoView(
      String photo,
      String templateId,
      double quality,
      Instant enrolledAt,
      @JsonProperty("picture") String picture) {
    static PhotoView of(String personId, Person.Photo photo) {
      return new PhotoView(
          photo.photo(),
          photo.templateId(),
          photo.quality(),
          photo.enrolledAt(),
          photo.hasPicture()
              ? PEOPLE
                  + "/"
                  + Paths.escaped(personId)
                  + "/photos/"
                  + Paths.escaped(photo.photo())
                  + "/picture"
              : null);
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", PEOPLE, Right.READ, this::list);
    routes.add("POST", PEOPLE, Right.ENROL, this::enrol);
    routes.add("GET", ONE, Right.READ, this::find);
    routes.add("PATCH", ONE, Right.ENROL, this::change);
    routes.add("DELETE", ONE, Right.ENROL, this::erase);
    routes.add("POST", ONE + "/photos", Right.ENROL, this::addPhoto);
    routes.add("DELETE", ONE + "/photos/{photo}", Right.ENROL, this::removePhoto);
    routes.add("GET", ONE + "/photos/{photo}/picture", Right.READ, this::picture);
    routes.add("GET", ERASURES + "/{id}", Right.ENROL, this::erasure);
  }

  private void list(Context context, Caller caller) {
    int limit = Page.limit(context);
    String cursor = context.queryParam("cursor");
    String after = cursor == null ? "" : Cursor.position(cursor, LIST, ID);
    List<Person> found =
        people.list(
            caller.scope(),
            context.queryParam("q"),
            context.queryParam("watchlist"),
            after,
            limit + 1);
    List<Person> items = found.stream().limit(limit).toList();
    Json.answer(
        context,
        200,
        new Page<>(
            items.stream().map(View::of).toList(),
            found.size() > limit ? Cursor.of(LIST, items.get(items.size() - 1).personId()) : null));
  }

  private void find(Context context, Caller caller) {
    Person person =
        people
            .find(context.pathParam("id"), caller.scope())
            .orElseThrow(ProblemException::notFound);
    Json.answer(context, 200, View.of(person));
  }

  private void enrol(Context context, Caller caller) {
    Wanted wanted = Bodies.json(context, Wanted.class);
    if (wanted.name == null || wanted.name.isBlank()) {
      throw ProblemException.invalid("'name' is needed");
    }
    if (wanted.face == null) {
      throw ProblemException.invalid("'face' is needed: the token of an unknown face");
    }
    if (wanted.personId != null && Ids.personOf(wanted.personId + "/x") == null
        || wanted.personId != null && wanted.personId.contains("/")) {
      throw ProblemException.invalid("'personId' is an id without a slash");
    }
    Person person =
        people.enrol(caller, wanted.personId, wanted.facts(), faces.ofToken(wanted.face, caller));
    Json.answer(context, 201, View.of(person));
  }

  private void change(Context context, Caller caller) {
    Change change = Bodies.json(context, Change.class);
    Person person =
        people.change(
            caller,
            context.pathParam("id"),
            new PersonFacts(
                change.name,
                change.watchlists,
                change.details,
                change.validFrom,
                change.validUntil));
    Json.answer(context, 200, View.of(person));
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

  record FromToken(String face) {}

  private void addPhoto(Context context, Caller caller) {
    String id = context.pathParam("id");
    // First, or the answer to a picture would tell of a person whom the caller may not know.
    people.find(id, caller.scope()).orElseThrow(ProblemException::notFound);
    String type = context.req().getContentType();
    Person.Photo photo =
        people.addPhoto(
            caller,
            id,
            type != null && type.startsWith(Json.TYPE)
                ? faces.ofToken(Bodies.json(context, FromToken.class).face, caller)
                : faces.ofPicture(context, id, caller));
    Json.answer(context, 201, PhotoView.of(id, photo));
  }

  private void removePhoto(Context context, Caller caller) {
    people.removePhoto(caller, context.pathParam("id"), context.pathParam("photo"));
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
