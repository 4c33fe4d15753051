package io.facestream.console;

import io.facestream.client.cameras.CameraTopic;
import io.facestream.client.reviews.ReviewTopic;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.alerts.LiveAlerts;
import io.facestream.console.api.AlertRoutes;
import io.facestream.console.api.CameraRoutes;
import io.facestream.console.api.CameraSourceRoutes;
import io.facestream.console.api.EventPictures;
import io.facestream.console.api.FeedRoutes;
import io.facestream.console.api.ReviewRoutes;
import io.facestream.console.api.SeenFaces;
import io.facestream.console.api.SightingRoutes;
import io.facestream.console.api.SimilarSightings;
import io.facestream.console.api.VisitRoutes;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.cameras.CameraDesk;
import io.facestream.console.cameras.Cameras;
import io.facestream.console.feed.Feed;
import io.facestream.console.follow.StoredFollower;
import io.facestream.console.http.OpenStreams;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.pictures.FramePictures;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.console.retention.RetentionSettings;
import io.facestream.console.reviews.Reviews;
import io.facestream.console.visits.Visits;
import io.facestream.console.webhooks.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the console follows of the job's topics, and the routes that show it. */
final class Streams implements AutoCloseable {
  private final Jdbi jdbi;
  private final RetentionSettings retention;
  private final Clock clock;
  private final Visits visits;
  private final StoredFollower sightings;
  private final LiveAlerts alerts;
  private final FramePictures pictures;
  private final Cameras cameras;
  private final CameraDesk sources;
  private final Reviews reviews;
  private final StandingPolicies policies;
  private final StoredFollower reviewed;
  private final Feed feed = new Feed();

  /**
   * Begins to follow.
   *
   * @param desk null for nothing: what was stored before is shown
   * @param policies which say how many reviews are awaited, and where faces are ignored
   */
  Streams(
      DeskTopics desk,
      StandingPolicies policies,
      Jdbi jdbi,
      RetentionSettings retention,
      Outbox outbox,
      Clock clock) {
    this.policies = policies;
    this.jdbi = jdbi;
    this.retention = retention;
    this.clock = clock;
    visits = new Visits(jdbi);
    alerts = new LiveAlerts(jdbi);
    pictures =
        new FramePictures(
            desk == null ? null : desk.connection(),
            desk == null ? "" : desk.topics().frames().name());
    cameras = new Cameras(clock);
    sources =
        new CameraDesk(desk == null ? null : new CameraTopic(desk.connection(), desk.cameras()));
    reviews =
        new Reviews(jdbi, desk == null ? null : new ReviewTopic(desk.connection(), desk.reviews()));
    reviewed =
        desk == null
            ? null
            : StoredFollower.start(
                desk.connection(), desk.reviews(), jdbi, this::storeReviews, records -> {});
    sightings = desk == null ? null : follow(desk, outbox);
  }

  private void storeReviews(
      Handle handle, String topicId, List<ConsumerRecord<byte[], byte[]>> records) {
    ShownEvents shown = new ShownEvents(retention, handle);
    Reviews.store(handle, records, shown::has);
    shown.tell("reviews");
  }

  private StoredFollower follow(DeskTopics desk, Outbox outbox) {
    alerts.follow(
        desk.connection(),
        desk.topics().alerts().name(),
        (handle, topicId, records) -> {
          ShownEvents shown = new ShownEvents(retention, handle);
          Outbox.Batch told = outbox.batch(handle);
          Alerts.store(handle, topicId, records, shown::has, (same, alert) -> told.alert(alert));
          shown.tell("alerts");
        },
        this::feedAlerts);
    cameras.follow(desk.connection(), desk.topics().verdicts().name(), feed::camera);
    return StoredFollower.start(
        desk.connection(),
        desk.topics().sightings().name(),
        jdbi,
        (handle, topicId, records) -> {
          ShownEvents shown = new ShownEvents(retention, handle);
          Outbox.Batch told = outbox.batch(handle);
          Visits.store(
              handle, records, shown::has, (same, seen, ended) -> told.sighting(seen, ended));
          shown.tell("sightings");
        },
        this::feedSightings);
  }

  private void feedAlerts(List<ConsumerRecord<byte[], byte[]>> records) {
    feed(
        records, Alerts::raised, (shown, alert) -> shown.has(alert.stored().record()), feed::alert);
  }

  private void feedSightings(List<ConsumerRecord<byte[], byte[]>> records) {
    feed(records, Visits::seen, (shown, seen) -> shown.has(seen.record()), feed::sighting);
  }

  /** Also of what another console has stored. */
  private <E> void feed(
      List<ConsumerRecord<byte[], byte[]>> records,
      Function<ConsumerRecord<byte[], byte[]>, Optional<E>> read,
      BiPredicate<ShownEvents, E> has,
      Consumer<E> feed) {
    jdbi.useHandle(
        handle -> {
          ShownEvents shown = new ShownEvents(retention, handle);
          records.stream()
              .flatMap(record -> read.apply(record).stream())
              .filter(event -> has.test(shown, event))
              .forEach(feed);
        });
  }

  SeenFaces seen() {
    return new SeenFaces(visits, new Alerts(jdbi));
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

  /** Those of what happened, as far as retention shows them. */
  EventPictures eventPictures() {
    return new EventPictures(pictures, retention);
  }

  /**
   * @param similar sightings whose faces look like another
   * @param broker whether it answers
   */
  List<RouteGroup> routes(SimilarSightings similar, AuditLog audit, BooleanSupplier broker) {
    OpenStreams open = new OpenStreams();
    return List.of(
        new SightingRoutes(visits, reviews, policies, eventPictures(), similar, audit, clock),
        new ReviewRoutes(visits, new Alerts(jdbi), reviews, audit, clock),
        new VisitRoutes(visits, audit, clock),
        new FeedRoutes(feed, policies, open, broker),
        new CameraRoutes(cameras, sources, pictures, policies),
        new CameraSourceRoutes(sources, audit),
        new AlertRoutes(new Alerts(jdbi), alerts, open, eventPictures(), clock));
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
    sources.close();
    pictures.close();
  }
}
