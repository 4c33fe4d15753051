package io.facestream.sdk;

import java.time.Instant;
import java.util.List;

/**
 * The receipt of an erasure.
 *
 * @param complete whether no place holds the person any more
 */
public record Erasure(
    String erasureId, String personId, Instant at, boolean complete, List<Place> places) {

  /**
   * A place that held something of the person.
   *
   * @param state {@code gone} or {@code pending}
   * @param when since when it is gone, or by when it will be; or null
   */
  public record Place(String place, String state, Instant when, String note) {}
}
