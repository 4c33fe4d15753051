package io.facestream.console;

import io.facestream.client.reviews.ReviewTopic;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.alerts.LiveAlerts;
import io.facestream.console.api.AlertRoutes;
import io.facestream.console.api.CameraRoutes;
import io.facestream.console.api.FeedRoutes;
import io.facestream.console.api.ReviewRoutes;
import io.facestream.console.api.SightingRoutes;
import io.facestream.console.api.VisitRoutes;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.cameras.Cameras;
import io.facestream.console.feed.Feed;
import io.facestream.console.follow.StoredFollower;
import io.facestream.console.http.OpenStreams;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.pictures.FramePictures;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.console.reviews.Reviews;
import io.facestream.console.visits.Visits;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the console follows of the job's topics, and the routes that show it. */
final class Streams implements AutoCloseable {
  private final Jdbi jdbi;
  private final Clock clock;
  private final Visits visits;
  private final StoredFollower sightings;
  private final LiveAlerts alerts;
  private final FramePictures pictures;
  private final Cameras cameras;
  private final Reviews reviews;
  private final StandingPolicies policies;
  private final StoredFollower reviewed;
  private final Feed feed = new Feed();

  /**
   * Begins to follow.
   *
   * @param desk null for nothing: what was stored before is shown
   * @param policies which say how many reviews are awaited
   */
  Streams(DeskTopics desk, StandingPolicies policies, Jdbi jdbi, Clock clock) {
    this.policies = policies;
    this.jdbi = jdbi;
    this.clock = clock;
    visits = new Visits(jdbi);
    alerts = new LiveAlerts(jdbi);
    pictures =
        new FramePictures(
            desk == null ? null : desk.connection(),
            desk == null ? "" : desk.topics().frames().name());
    cameras = new Cameras(clock);
    reviews =
        new Reviews(jdbi, desk == null ? null : new ReviewTopic(desk.connection(), desk.reviews()));
    reviewed =
        desk == null
            ? null
            : StoredFollower.start(
                desk.connection(), desk.reviews(), jdbi, Reviews::store, records -> {});
    sightings = desk == null ? null : follow(desk);
  }

  private StoredFollower follow(DeskTopics desk) {
    alerts.follow(desk.connection(), desk.topics().alerts().name(), feed::alert);
    cameras.follow(desk.connection(), desk.topics().verdicts().name(), feed::camera);
    return StoredFollower.start(
        desk.connection(),
        desk.topics().sightings().name(),
        jdbi,
        Visits::store,
        records -> records.forEach(record -> Visits.seen(record).ifPresent(feed::sighting)));
  }

  Visits visits() {
    return visits;
  }

  Cameras cameras() {
    return cameras;
  }

  FramePictures pictures() {
    return pictures;
  }

  List<RouteGroup> routes(AuditLog audit) {
    OpenStreams open = new OpenStreams();
    return List.of(
        new SightingRoutes(visits, reviews, policies, pictures, clock),
        new ReviewRoutes(visits, new Alerts(jdbi), reviews, audit, clock),
        new VisitRoutes(visits, audit, clock),
        new FeedRoutes(feed, policies, open),
        new CameraRoutes(cameras, pictures),
        new AlertRoutes(new Alerts(jdbi), alerts, open, pictures, clock));
  }

  @Override
  public void close() {
    feed.close();
    alerts.close();
    if (sightings != null) {
      sightings.close();
      reviewed.close();
    }
    cameras.close();
    pictures.close();
  }
}
