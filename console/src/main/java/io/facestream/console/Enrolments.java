package io.facestream.console;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.console.api.EnrolledFaces;
import io.facestream.console.api.EventPictures;
import io.facestream.console.api.MergeRoutes;
import io.facestream.console.api.PeopleRoutes;
import io.facestream.console.api.SeenFaces;
import io.facestream.console.asks.Asks;
import io.facestream.console.asks.FaceTokens;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.follow.StoredFollower;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.once.KeptAnswers;
import io.facestream.console.people.Erasures;
import io.facestream.console.people.FaceTemplates;
import io.facestream.console.people.GalleryChanges;
import io.facestream.console.people.GalleryView;
import io.facestream.console.people.Merges;
import io.facestream.console.people.OpenMerges;
import io.facestream.console.people.People;
import io.facestream.console.people.SimilarPeople;
import io.facestream.console.pictures.FramePictures;
import io.facestream.vision.store.LoggedDownloads;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The people of the gallery, and the routes by which they are enrolled, changed and erased. */
final class Enrolments implements AutoCloseable {
  private final DeskTopics desk;
  private final Jdbi jdbi;
  private final Clock clock;
  private final AuditLog audit;
  private final TopicAges ages;
  private final Erasures.Told erased;
  private final FaceTemplates templates;
  private final StoredFollower gallery;
  private final People people;
  private final Merges merges;
  private final Upkeep upkeep;

  /**
   * Begins to follow the gallery.
   *
   * @param desk null for nothing: people as they were stored before are shown
   */
  Enrolments(
      DeskTopics desk,
      Jdbi jdbi,
      AuditLog audit,
      TopicAges ages,
      Erasures.Told erased,
      Clock clock) {
    this.desk = desk;
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = audit;
    this.ages = ages;
    this.erased = erased;
    templates =
        desk == null ? null : new FaceTemplates(desk.pack(), desk.models(), new LoggedDownloads());
    GalleryChanges changes =
        new GalleryChanges(
            jdbi,
            desk == null
                ? null
                : new GalleryTopic(desk.connection(), desk.topics().gallery().name()));
    people = new People(jdbi, changes, templates, audit::add, clock);
    merges = new Merges(jdbi, people, changes, audit::add, clock);
    upkeep =
        new Upkeep(
            desk == null ? () -> {} : merges::upkeep, new KeptAnswers(jdbi, clock)::dropEnded);
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

  /**
   * All routes.
   *
   * @param erasures see {@link #erasures}
   */
  List<RouteGroup> routes(
      Erasures erasures,
      Asks asks,
      FaceTokens tokens,
      FramePictures pictures,
      EventPictures events,
      SeenFaces seen) {
    EnrolledFaces faces = new EnrolledFaces(asks, tokens, pictures, events, seen, audit);
    return List.of(
        new PeopleRoutes(people, erasures, faces, new SimilarPeople(jdbi, templates), audit),
        new MergeRoutes(merges, new OpenMerges(jdbi, people, clock)));
  }

  Erasures erasures(Asks asks) {
    String topic = desk == null ? "" : desk.topics().gallery().name();
    return new Erasures(jdbi, people, merges, topic, ages::of, asks::galleryRead, erased, clock);
  }

  People people() {
    return people;
  }

  @Override
  public void close() {
    upkeep.close();
    if (gallery != null) {
      gallery.close();
    }
    if (templates != null) {
      templates.close();
    }
  }
}
