package io.facestream.console.api;

import io.facestream.console.access.Scope;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.api.EventPictures.View;
import io.facestream.console.events.EventFilter;
import io.facestream.console.events.Stored;
import io.facestream.console.http.ProblemException;
import io.facestream.console.visits.Visits;
import io.facestream.wire.Ids;
import io.facestream.wire.Sighting;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Faces that cameras saw, by what tells of them: {@code sighting:ID}, {@code unknown:ID}, … */
public final class SeenFaces {
  private static final int LATEST = 50;
  private static final int BEST = 4;
  private static final String UNKNOWN = "unknown/";

  private final Visits visits;
  private final Alerts alerts;

  public SeenFaces(Visits visits, Alerts alerts) {
    this.visits = visits;
    this.alerts = alerts;
  }

  /**
   * The views of the face of a name, of which the first that is there counts; at least one.
   *
   * @throws ProblemException when the name is of no kind that there is, or of nothing that the
   *     caller may know
   */
  List<View> find(String name, Scope scope) {
    int colon = name.indexOf(':');
    String id = name.substring(colon + 1);
    Stream<View> found =
        switch (name.substring(0, Math.max(0, colon))) {
          case "sighting" ->
              visits.find(EventFilter.all(scope), id).stream().map(one -> View.of(one.record()));
          case "unknown" -> ofUnknown(id, scope);
          case "alert" ->
              alerts.find(EventFilter.all(scope), id).stream()
                  .map(one -> View.of(one.stored().record()));
          default ->
              throw ProblemException.invalid("'from' is sighting:ID, unknown:ID or alert:ID");
        };
    List<View> views = found.filter(View::hasFace).toList();
    if (views.isEmpty()) {
      throw ProblemException.notFound();
    }
    return views;
  }

  /**
   * Of his latest sightings those of the best quality, and the last one, whose frame is there for
   * the longest.
   */
  private Stream<View> ofUnknown(String id, Scope scope) {
    String person = Ids.isUnknown(id) ? id : UNKNOWN + id;
    List<Sighting> latest =
        visits.list(EventFilter.all(scope).ofPerson(person), null, LATEST).items().stream()
            .map(Stored::record)
            .filter(sighting -> sighting.best() != null && sighting.best().quality() != null)
            .toList();
    return Stream.concat(
            latest.stream()
                .sorted(
                    Comparator.comparing(
                        (Sighting sighting) -> sighting.best().quality(),
                        Comparator.reverseOrder()))
                .limit(BEST),
            latest.stream().limit(1))
        .map(View::of)
        .distinct();
  }
}
