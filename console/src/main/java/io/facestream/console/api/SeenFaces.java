package io.facestream.console.api;

import io.facestream.console.access.Scope;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.events.EventFilter;
import io.facestream.console.events.Stored;
import io.facestream.console.http.ProblemException;
import io.facestream.console.visits.Visits;
import io.facestream.wire.Alert;
import io.facestream.wire.BestView;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Sighting;
import java.util.Comparator;
import java.util.Optional;

/** Faces that cameras saw, by what tells of them: {@code sighting:ID}, {@code unknown:ID}, … */
public final class SeenFaces {
  private static final int LATEST = 50;
  private static final String UNKNOWN = "unknown/";

  private final Visits visits;
  private final Alerts alerts;

  public SeenFaces(Visits visits, Alerts alerts) {
    this.visits = visits;
    this.alerts = alerts;
  }

  /** Where a face is. */
  record Seen(String camera, FrameRef frame, Box box) {}

  /**
   * The face of a name.
   *
   * @throws ProblemException when the name is of no kind that there is, or of nothing that the
   *     caller may know
   */
  Seen find(String name, Scope scope) {
    int colon = name.indexOf(':');
    String id = name.substring(colon + 1);
    Optional<Seen> found =
        switch (name.substring(0, Math.max(0, colon))) {
          case "sighting" -> ofSighting(id, scope);
          case "unknown" -> ofUnknown(id, scope);
          case "alert" -> ofAlert(id, scope);
          default ->
              throw ProblemException.invalid("'from' is sighting:ID, unknown:ID or alert:ID");
        };
    return found.orElseThrow(ProblemException::notFound);
  }

  private Optional<Seen> ofSighting(String id, Scope scope) {
    return visits.find(EventFilter.all(scope), id).map(Stored::record).flatMap(SeenFaces::best);
  }

  /** Of his latest sightings the view of the best quality. */
  private Optional<Seen> ofUnknown(String id, Scope scope) {
    String person = Ids.isUnknown(id) ? id : UNKNOWN + id;
    return visits.list(EventFilter.all(scope).ofPerson(person), null, LATEST).items().stream()
        .map(Stored::record)
        .filter(sighting -> sighting.best() != null && sighting.best().quality() != null)
        .max(Comparator.comparing(sighting -> sighting.best().quality()))
        .flatMap(SeenFaces::best);
  }

  private static Optional<Seen> best(Sighting sighting) {
    BestView best = sighting.best();
    return best == null || best.frame() == null || best.box() == null
        ? Optional.empty()
        : Optional.of(new Seen(sighting.cameraId(), best.frame(), best.box()));
  }

  private Optional<Seen> ofAlert(String id, Scope scope) {
    return alerts
        .find(EventFilter.all(scope), id)
        .map(found -> found.stored().record())
        .filter(alert -> alert.face() != null && alert.face().box() != null)
        .map(SeenFaces::seen);
  }

  private static Seen seen(Alert alert) {
    return new Seen(alert.cameraId(), alert.frame(), alert.face().box());
  }
}
