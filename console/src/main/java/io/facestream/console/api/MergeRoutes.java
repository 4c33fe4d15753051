package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Repeats;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.people.Merge;
import io.facestream.console.people.Merges;
import io.facestream.console.people.OpenMerges;
import io.facestream.console.people.Person;
import io.facestream.wire.GalleryText;
import io.javalin.http.Context;

/** Two people who turned out to be one, and one who turned out to be two. */
public final class MergeRoutes implements RouteGroup {
  private final Merges merges;
  private final OpenMerges open;

  /**
   * @param open those that can still be undone
   */
  public MergeRoutes(Merges merges, OpenMerges open) {
    this.merges = merges;
    this.open = open;
  }

  record Wanted(String into) {}

  @Override
  public void addTo(Routes routes) {
    Repeats.Keeps answers = Repeats.Keeps.ANSWERS;
    routes.addOnce("POST", PeopleRoutes.PEOPLE + "/{id}/merge", Right.ENROL, answers, this::merge);
    routes.add("GET", PeopleRoutes.PEOPLE + "/{id}/merges", Right.READ, this::list);
    routes.addOnce("POST", "/api/v1/merges/{id}/undo", Right.ENROL, answers, this::undo);
  }

  private void merge(Context context, Caller caller) {
    Wanted wanted = Bodies.json(context, Wanted.class);
    if (wanted.into() == null) {
      throw ProblemException.invalid("'into' is needed: the id of who gets the photos");
    }
    if (GalleryText.PERSON_ID.complaint(wanted.into()) != null) {
      // Nobody has such an id, and PostgreSQL is not asked for a NUL.
      throw ProblemException.notFound();
    }
    Merge merge = merges.merge(caller, context.pathParam("id"), wanted.into());
    Repeats.tellsOf(context, merge.into());
    Json.answer(context, 200, merge);
  }

  private void list(Context context, Caller caller) {
    Json.answer(
        context,
        200,
        new Page<>(
            open.into(context.pathParam("id"), caller.scope())
                .orElseThrow(ProblemException::notFound),
            null));
  }

  private void undo(Context context, Caller caller) {
    Person person = merges.undo(caller, context.pathParam("id"));
    Repeats.tellsOf(context, person.personId());
    Json.answer(context, 200, EnrolledView.of(person));
  }
}
