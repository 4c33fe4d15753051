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
import io.facestream.console.people.PersonChanges;
import io.facestream.console.people.PhotoEnrolment;
import io.facestream.console.people.SimilarPeople;
import io.facestream.console.pictures.FramePictures;
import io.facestream.console.store.Database;
import io.facestream.vision.store.LoggedDownloads;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The people of the gallery, and the routes by which they are enrolled, changed and erased. */
final class Enrolments implements AutoCloseable {
  private final DeskTopics desk;
  private final Database database;
  private final Clock clock;
  private final AuditLog audit;
  private final TopicAges ages;
  private final Erasures.Told erased;
  private final FaceTemplates templates;
  private final StoredFollower gallery;
  private final GalleryChanges changes;
  private final People people;
  private final PhotoEnrolment enrolment;
  private final PersonChanges personChanges;
  private final Merges merges;
  private final Upkeep upkeep;

  /**
   * Begins to follow the gallery.
   *
   * @param desk null for nothing: people as they were stored before are shown
   */
  Enrolments(
      DeskTopics desk,
      Database database,
      AuditLog audit,
      TopicAges ages,
      Erasures.Told erased,
      Clock clock) {
    this.desk = desk;
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.ages = ages;
    this.erased = erased;
    templates =
        desk == null ? null : new FaceTemplates(desk.pack(), desk.models(), new LoggedDownloads());
    Jdbi jdbi = database.jdbi();
    gallery =
        desk == null
            ? null
            : StoredFollower.start(
                desk.connection(),
                desk.topics().gallery().name(),
                jdbi,
                GalleryView::store,
                taken -> {});
    changes =
        new GalleryChanges(
            jdbi,
            database.turns(),
            desk == null
                ? null
                : new GalleryTopic(desk.connection(), desk.topics().gallery().name()),
            () -> gallery.isAway());
    people = new People(jdbi);
    enrolment = new PhotoEnrolment(jdbi, people, changes, templates, audit::add, clock);
    personChanges = new PersonChanges(jdbi, people, changes, audit::add);
    merges = new Merges(jdbi, people, changes, audit::add, clock);
    upkeep =
        new Upkeep(
            desk == null ? () -> {} : this::goOn,
            merges::dropEnded,
            new KeptAnswers(jdbi, clock)::dropEnded);
  }

  /** With what was left in the middle, as by a console that was killed. */
  private void goOn() {
    changes.goOn();
    erasures(Map::of).goOn();
    // Before, a template may be there that is not seen yet.
    if (gallery.isAtEnd()) {
      enrolment.dropUnused();
    }
  }

  /**
   * All routes.
   *
   * @param erasures see {@link #erasures}
   */
  List<RouteGroup> routes(Erasures erasures, EnrolledFaces faces, SimilarPeople similar) {
    return List.of(
        new PeopleRoutes(people, enrolment, personChanges, erasures, faces, similar, audit),
        new MergeRoutes(merges, new OpenMerges(database.jdbi(), people, clock)));
  }

  /** Faces of those who are to be enrolled. */
  EnrolledFaces faces(
      Asks asks, FaceTokens tokens, FramePictures pictures, EventPictures events, SeenFaces seen) {
    return new EnrolledFaces(enrolment, asks, tokens, pictures, events, seen, audit);
  }

  SimilarPeople similar() {
    return new SimilarPeople(database.jdbi(), templates);
  }

  Erasures erasures(Asks asks) {
    return erasures(asks::galleryRead);
  }

  private Erasures erasures(Supplier<Map<Integer, Long>> read) {
    String topic = desk == null ? "" : desk.topics().gallery().name();
    return new Erasures(database.jdbi(), personChanges, topic, ages::of, read, erased, clock);
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
