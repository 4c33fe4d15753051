package io.facestream.console.people;

import java.time.Instant;
import java.util.List;

/**
 * The receipt of an erasure, as of now.
 *
 * @param complete whether no place holds the person any more but those that are the operator's
 */
public record Erasure(
    String erasureId, String personId, Instant at, boolean complete, List<Place> places) {

  /**
   * A place that held something of the person.
   *
   * @param state {@code gone}, {@code pending}, or {@code yours} for what the operator keeps
   * @param when since when it is gone, or by when it will be; null when that is not known
   * @param note what it held, and what takes it away
   */
  public record Place(String place, String state, Instant when, String note) {}
}
