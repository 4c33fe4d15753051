package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A part of a camera's picture: a polygon, written as a list of its corners.
 *
 * <p>By the even-odd rule, so that one that crosses itself has a meaning, too. A point on an edge
 * belongs to whatever lies right of the edge or, where the edge is level, below it: it is in
 * exactly one of two zones that share the edge, however their corners are listed.
 *
 * @param corners relative to the picture (0…1 from its left upper corner), {@value
 *     #LEAST_CORNERS}…{@value #MOST_CORNERS} of them
 */
public record Zone(List<Point> corners) implements Serializable {
  /** Most zones of a camera. */
  public static final int MOST = 16;

  /** Fewest corners of a zone. */
  public static final int LEAST_CORNERS = 3;

  /** Most corners of a zone. */
  public static final int MOST_CORNERS = 32;

  /** Keeps a copy. */
  public Zone {
    corners = List.copyOf(corners);
  }

  @JsonValue
  @Override
  public List<Point> corners() {
    return corners;
  }

  /**
   * Whether a face stands in any of these zones: with the middle of its box, and where that is
   * outside the picture, with the nearest point of the picture.
   */
  public static boolean anyHolds(List<Zone> zones, Box face) {
    if (zones.isEmpty()) {
      return false;
    }
    double x = withinPicture(face.x() + face.width() / 2);
    double y = withinPicture(face.y() + face.height() / 2);
    return zones.stream().anyMatch(zone -> zone.holds(x, y));
  }

  /** The right and the lower border belong to no zone, and a face there is one of the picture. */
  private static double withinPicture(double share) {
    return Math.max(0, Math.min(share, Math.nextDown(1.0)));
  }

  /** Whether a point is within. */
  boolean holds(double x, double y) {
    boolean within = false;
    Point before = corners.get(corners.size() - 1);
    for (Point corner : corners) {
      if ((before.y() > y) != (corner.y() > y) && crossing(before, corner, y) <= x) {
        within = !within;
      }
      before = corner;
    }
    return within;
  }

  /** Where an edge has a height; always reckoned downwards, lest rounding differ by direction. */
  private static double crossing(Point one, Point other, double y) {
    Point upper = one.y() < other.y() ? one : other;
    Point lower = upper.equals(one) ? other : one;
    return upper.x() + (lower.x() - upper.x()) * ((y - upper.y()) / (lower.y() - upper.y()));
  }

  /** Why these cannot be zones to ignore, cause and cure in one line, or null when they can. */
  static String complaint(List<Zone> zones) {
    if (zones.isEmpty()) {
      return "ignore names no zone; unset the field to ignore none.";
    }
    if (zones.size() > MOST) {
      return String.format(
          Locale.ROOT,
          "ignore has %d zones, at most %d are taken; draw one around several.",
          zones.size(),
          MOST);
    }
    for (int i = 0; i < zones.size(); i++) {
      String complaint = zones.get(i).complaint();
      if (complaint != null) {
        return String.format(Locale.ROOT, "ignore: zone %d %s.", i + 1, complaint);
      }
    }
    return null;
  }

  private String complaint() {
    if (corners.size() < LEAST_CORNERS || corners.size() > MOST_CORNERS) {
      return String.format(
          Locale.ROOT,
          "has %d corners; give it %d to %d",
          corners.size(),
          LEAST_CORNERS,
          MOST_CORNERS);
    }
    for (Point corner : corners) {
      // Written so that NaN fails it too.
      if (!(isShare(corner.x()) && isShare(corner.y()))) {
        return "has the corner ["
            + corner.x()
            + ", "
            + corner.y()
            + "]; corners are relative to the picture, from 0 to 1";
      }
    }
    return isLine() ? "has no area, its corners lie on one line; move one of them" : null;
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private boolean isLine() {
    Point first = corners.get(0);
    Point other = first;
    for (Point corner : corners) {
      if (other.equals(first)) {
        other = corner;
      } else if ((other.x() - first.x()) * (corner.y() - first.y())
          != (other.y() - first.y()) * (corner.x() - first.x())) {
        return false;
      }
    }
    return true;
  }
}
