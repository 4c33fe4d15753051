package io.facestream.console;

import io.facestream.console.alerts.Alerts;
import io.facestream.console.alerts.LiveAlerts;
import io.facestream.console.api.AlertRoutes;
import io.facestream.console.api.SightingRoutes;
import io.facestream.console.api.VisitRoutes;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.follow.StoredFollower;
import io.facestream.console.http.OpenStreams;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.pictures.FramePictures;
import io.facestream.console.visits.Visits;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the console follows of the job's topics, and the routes that show it. */
final class Streams implements AutoCloseable {
  private final Jdbi jdbi;
  private final Clock clock;
  private final StoredFollower sightings;
  private final LiveAlerts alerts;
  private final FramePictures pictures;

  /**
   * Begins to follow.
   *
   * @param desk null for nothing: what was stored before is shown
   */
  Streams(DeskTopics desk, Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    alerts = new LiveAlerts(jdbi);
    pictures =
        new FramePictures(
            desk == null ? null : desk.connection(),
            desk == null ? "" : desk.topics().frames().name());
    sightings = desk == null ? null : follow(desk);
  }

  private StoredFollower follow(DeskTopics desk) {
    alerts.follow(desk.connection(), desk.topics().alerts().name());
    return StoredFollower.start(
        desk.connection(), desk.topics().sightings().name(), jdbi, Visits::store, () -> {});
  }

  List<RouteGroup> routes(AuditLog audit) {
    Visits visits = new Visits(jdbi);
    return List.of(
        new SightingRoutes(visits, pictures, clock),
        new VisitRoutes(visits, audit, clock),
        new AlertRoutes(new Alerts(jdbi), alerts, new OpenStreams(), pictures, clock));
  }

  @Override
  public void close() {
    alerts.close();
    if (sightings != null) {
      sightings.close();
    }
    pictures.close();
  }
}
