package io.facestream.console;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.topics.TopicSettings;
import io.facestream.console.api.EnrolledFaces;
import io.facestream.console.api.PeopleRoutes;
import io.facestream.console.asks.Asks;
import io.facestream.console.asks.FaceTokens;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.follow.StoredFollower;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.people.Erasures;
import io.facestream.console.people.FaceTemplates;
import io.facestream.console.people.GalleryView;
import io.facestream.console.people.People;
import io.facestream.console.pictures.FramePictures;
import io.facestream.vision.store.LoggedDownloads;
import io.facestream.wire.FacestreamException;
import io.facestream.wire.TopicSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The people of the gallery, and the routes by which they are enrolled, changed and erased. */
final class Enrolments implements AutoCloseable {
  private final DeskTopics desk;
  private final Jdbi jdbi;
  private final Clock clock;
  private final AuditLog audit;
  private final FaceTemplates templates;
  private final StoredFollower gallery;
  private final People people;

  /**
   * Begins to follow the gallery.
   *
   * @param desk null for nothing: people as they were stored before are shown
   */
  Enrolments(DeskTopics desk, Jdbi jdbi, AuditLog audit, Clock clock) {
    this.desk = desk;
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = audit;
    templates =
        desk == null ? null : new FaceTemplates(desk.pack(), desk.models(), new LoggedDownloads());
    people =
        new People(
            jdbi,
            desk == null
                ? null
                : new GalleryTopic(desk.connection(), desk.topics().gallery().name()),
            templates,
            audit::add,
            clock);
    gallery =
        desk == null
            ? null
            : StoredFollower.start(
                desk.connection(),
                desk.topics().gallery().name(),
                jdbi,
                GalleryView::store,
                taken -> {});
  }

  List<RouteGroup> routes(Asks asks, FaceTokens tokens, FramePictures pictures) {
    String gallery = desk == null ? "" : desk.topics().gallery().name();
    EnrolledFaces faces = new EnrolledFaces(asks, tokens, pictures, audit);
    Erasures erasures =
        new Erasures(jdbi, people, gallery, this::retention, asks::galleryRead, clock);
    return List.of(new PeopleRoutes(people, erasures, faces));
  }

  People people() {
    return people;
  }

  private Optional<Duration> retention(String kind) {
    if (desk == null) {
      return Optional.empty();
    }
    TopicSet topics = desk.topics();
    String topic =
        switch (kind) {
          case "frames" -> topics.frames().name();
          case "verdicts" -> topics.verdicts().name();
          case "analyses" -> topics.analyses().name();
          case "alerts" -> topics.alerts().name();
          case "sightings" -> topics.sightings().name();
          default -> desk.reviews();
        };
    try {
      return TopicSettings.of(desk.connection(), topic)
          .map(config -> config.get("retention.ms"))
          .map(entry -> Long.parseLong(entry.value()))
          .filter(millis -> millis >= 0)
          .map(Duration::ofMillis);
    } catch (FacestreamException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (gallery != null) {
      gallery.close();
    }
    if (templates != null) {
      templates.close();
    }
  }
}
