package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.events.EventFilter;
import io.facestream.console.events.EventPlace;
import io.facestream.console.events.Stored;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.console.reviews.Reviews;
import io.facestream.console.visits.Visits;
import io.facestream.decision.ReviewersAsked;
import io.facestream.wire.Review;
import io.facestream.wire.Sighting;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/sightings}: who was seen, newest first. */
public final class SightingRoutes implements RouteGroup {
  static final String SIGHTINGS = "/api/v1/sightings";
  private static final String LIST = "sightings";

  private final Visits visits;
  private final Reviews reviews;
  private final StandingPolicies policies;
  private final EventPictures pictures;
  private final SimilarSightings similar;
  private final AuditLog audit;
  private final Clock clock;

  public SightingRoutes(
      Visits visits,
      Reviews reviews,
      StandingPolicies policies,
      EventPictures pictures,
      SimilarSightings similar,
      AuditLog audit,
      Clock clock) {
    this.visits = visits;
    this.reviews = reviews;
    this.policies = policies;
    this.pictures = pictures;
    this.similar = similar;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", SIGHTINGS, Right.READ, this::list);
    routes.add("GET", SIGHTINGS + "/{id}", Right.READ, this::one);
    routes.add("GET", SIGHTINGS + "/{id}/picture", Right.READ, this::picture);
  }

  private void list(Context context, Caller caller) {
    Stored.Some<Sighting> some =
        visits.list(
            EventParams.filter(context, caller, clock),
            EventParams.after(context, LIST),
            Page.limit(context));
    String next = some.next().map(EventPlace::toString).map(at -> Cursor.of(LIST, at)).orElse(null);
    String probe = context.queryParam("similarTo");
    Json.answer(
        context,
        200,
        probe == null
            ? new Page<>(views(some.items(), caller), next)
            : alike(probe, some.items(), next, caller));
  }

  /**
   * Those of a page, the most similar first.
   *
   * @param notCompared whose picture could not be had, or is not good enough
   */
  record Alike(List<SimilarSightings.View> items, String next, int notCompared) {}

  private Alike alike(String probe, List<Stored<Sighting>> sightings, String next, Caller caller) {
    SimilarSightings.Found found = similar.nearest(probe, sightings, caller);
    audit.add(
        caller.id(),
        "search.similar",
        Probes.inLog(probe),
        Map.of("sightings", found.sightings().size()));
    List<SightingView> views =
        views(found.sightings().stream().map(SimilarSightings.Similar::sighting).toList(), caller);
    List<SimilarSightings.View> items = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      items.add(new SimilarSightings.View(views.get(i), found.sightings().get(i).similarity()));
    }
    return new Alike(items, next, found.notCompared());
  }

  private List<SightingView> views(List<Stored<Sighting>> sightings, Caller caller) {
    Map<String, List<Review>> found = reviews.of(sightings.stream().map(Stored::key).toList());
    ReviewersAsked asked = policies.reviewers();
    return sightings.stream()
        .map(
            one ->
                SightingView.of(
                    one, found.getOrDefault(one.key(), List.of()), caller.scope(), asked))
        .toList();
  }

  private void one(Context context, Caller caller) {
    Json.answer(context, 200, views(List.of(find(context, caller)), caller).get(0));
  }

  private Stored<Sighting> find(Context context, Caller caller) {
    return visits
        .find(EventFilter.all(caller.scope()), context.pathParam("id"))
        .orElseThrow(ProblemException::notFound);
  }

  private void picture(Context context, Caller caller) {
    pictures.answer(context, EventPictures.View.of(find(context, caller).record()));
  }
}
