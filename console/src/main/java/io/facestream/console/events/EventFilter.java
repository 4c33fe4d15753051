package io.facestream.console.events;

import io.facestream.console.access.Scope;
import java.time.Instant;

/**
 * Which sightings or alerts are wanted. What is null does not matter.
 *
 * @param scope of whom the caller may know: others are as if they were not there
 * @param person id
 * @param camera id
 * @param unknown only somebody unknown, or only people of the gallery
 * @param open only visits that go on, or only those that ended
 * @param from began then or later
 * @param to began before
 */
public record EventFilter(
    Scope scope,
    String person,
    String camera,
    String watchlist,
    Boolean unknown,
    Boolean open,
    Instant from,
    Instant to) {
  /** All that a caller may know of. */
  public static EventFilter all(Scope scope) {
    return new EventFilter(scope, null, null, null, null, null, null, null);
  }

  /** The same of one person only. */
  public EventFilter ofPerson(String id) {
    return new EventFilter(scope, id, camera, watchlist, unknown, open, from, to);
  }

  /** The same within other times. */
  public EventFilter between(Instant begin, Instant end) {
    return new EventFilter(scope, person, camera, watchlist, unknown, open, begin, end);
  }
}
