package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.events.EventFilter;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Json;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.reviews.Reviews;
import io.facestream.console.visits.Visits;
import io.facestream.wire.Alert;
import io.facestream.wire.FacestreamException;
import io.facestream.wire.Ids;
import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import io.facestream.wire.ReviewText;
import io.facestream.wire.Sighting;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reviews of alerts and sightings, which travel to the topic that the command line uses too. */
public final class ReviewRoutes implements RouteGroup {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewRoutes.class);

  private final Visits visits;
  private final Alerts alerts;
  private final Reviews reviews;
  private final AuditLog audit;
  private final Clock clock;

  public ReviewRoutes(Visits visits, Alerts alerts, Reviews reviews, AuditLog audit, Clock clock) {
    this.visits = visits;
    this.alerts = alerts;
    this.reviews = reviews;
    this.audit = audit;
    this.clock = clock;
  }

  record Found(ReviewOutcome outcome, String note) {}

  record Wrong(String note) {}

  @Override
  public void addTo(Routes routes) {
    routes.add("POST", SightingRoutes.SIGHTINGS + "/{id}/review", Right.ENROL, this::sighting);
    routes.add("POST", AlertRoutes.ALERTS + "/{id}/wrong", Right.ENROL, this::alert);
  }

  private void sighting(Context context, Caller caller) {
    Found found = Bodies.json(context, Found.class);
    if (found.outcome() == null) {
      throw ProblemException.invalid("'outcome' is confirmed, wrong or unclear");
    }
    Sighting sighting =
        visits
            .find(EventFilter.all(caller.scope()), context.pathParam("id"))
            .orElseThrow(ProblemException::notFound)
            .record();
    String person = sighting.person().personId();
    if (Ids.isUnknown(person)) {
      throw new ProblemException(
          422, "nobody-named", "Nobody was named, so there is nothing to review", "Enrol him");
    }
    add(context, caller, sighting.sightingId(), sighting.cameraId(), person, found);
  }

  private void alert(Context context, Caller caller) {
    Wrong wrong = Bodies.json(context, Wrong.class);
    Alert alert =
        alerts
            .find(EventFilter.all(caller.scope()), context.pathParam("id"))
            .orElseThrow(ProblemException::notFound)
            .stored()
            .record();
    add(
        context,
        caller,
        alert.alertId(),
        alert.cameraId(),
        alert.match().personId(),
        new Found(ReviewOutcome.WRONG, wrong.note()));
  }

  private void add(
      Context context, Caller caller, String of, String camera, String person, Found found) {
    String by = caller.id().startsWith("user:") ? caller.name() : caller.id();
    require(ReviewText.BY, by);
    if (found.note() != null) {
      require(ReviewText.NOTE, found.note());
    }
    if (reviews.isReviewed(of, by)) {
      throw new ProblemException(
          409, "already-reviewed", "You have reviewed this already", "Let somebody else look");
    }
    Review review =
        new Review(
            Review.SCHEMA,
            Ids.reviewId(of, by),
            of,
            camera,
            person,
            found.outcome(),
            by,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            found.note());
    write(caller, review);
    Json.answer(context, 201, ReviewView.of(review));
  }

  private void write(Caller caller, Review review) {
    try {
      if (reviews.isOpen()) {
        reviews.add(caller, review, audit::add);
        return;
      }
    } catch (FacestreamException e) {
      LOG.warn("A review cannot be written", e);
    }
    throw Problems.brokerAway("The review cannot be written to Kafka");
  }

  private static void require(ReviewText kind, String text) {
    String complaint = kind.complaint(text);
    if (complaint != null) {
      throw ProblemException.invalid(complaint);
    }
  }
}
