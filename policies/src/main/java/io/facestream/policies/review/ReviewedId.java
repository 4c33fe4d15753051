package io.facestream.policies.review;

import io.facestream.wire.FrameId;
import io.facestream.wire.Ids;
import io.facestream.wire.Printable;

/**
 * What an id names that can be reviewed: an alert, or a visit.
 *
 * @param frame of the alert, or the one that opened the visit
 * @param personId whose visit it is; null for an alert
 */
public record ReviewedId(FrameId frame, String personId) {
  private static final int SHOWN = 200;

  /**
   * Takes an id apart. Person ids have no slash, so the last one of a visit's id stands before the
   * person; those of unknown people have one.
   *
   * @throws IllegalArgumentException with one line, when it is none that can be reviewed
   */
  public static ReviewedId parse(String id) {
    if (isOfSomebodyUnknown(id)) {
      throw new IllegalArgumentException(
          "'"
              + Printable.of(id, SHOWN)
              + "' is the visit of somebody unknown: nobody was named, so there is nothing to"
              + " review");
    }
    int slash = id.lastIndexOf('/');
    String person = id.substring(slash + 1);
    try {
      return new ReviewedId(FrameId.parse(id), null);
    } catch (IllegalArgumentException notAnAlert) {
      if (slash > 0 && !person.isBlank()) {
        try {
          return new ReviewedId(FrameId.parse(id.substring(0, slash)), person);
        } catch (IllegalArgumentException notAVisit) {
          // Told below.
        }
      }
      throw new IllegalArgumentException(
          "'"
              + Printable.of(id, SHOWN)
              + "' is no id of an alert or a visit; write its alertId, such as lobby@0-4711, or its"
              + " sightingId, such as lobby@0-4711/p-17",
          notAnAlert);
    }
  }

  private static boolean isOfSomebodyUnknown(String id) {
    int slash = id.lastIndexOf('/', id.lastIndexOf('/') - 1);
    return slash > 0 && Ids.isUnknown(id.substring(slash + 1)) && isFrame(id.substring(0, slash));
  }

  private static boolean isFrame(String id) {
    try {
      FrameId.parse(id);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The id. */
  @Override
  public String toString() {
    return personId == null ? frame.toString() : Ids.sightingId(frame.toString(), personId);
  }
}
