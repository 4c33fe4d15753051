package io.facestream.tracking;

import io.facestream.wire.Box;

/**
 * Whether and how well a face continues a track: by distance, size and looks. The distance is
 * measured in face sizes, rather than by overlap as in ByteTrack, because a face that walks by at
 * five frames a second no longer overlaps with itself, and all that do not overlap are alike.
 */
final class Pairing {
  /** Looks that are as near as this are the same face's, whatever else has changed. */
  static final double SURELY_ALIKE = 0.8;

  /** The same a moment later, in a picture that has hardly changed. */
  static final double ALIKE = 0.7;

  /** Looks that are farther apart are another face's: one in 250 of the clips' own is. */
  static final double BARELY_ALIKE = 0.5;

  /** Looks older than this say little; a head turns in the meantime, or another one comes. */
  static final long LOOKS_FADE_AFTER_MILLIS = 1_000;

  /** More than any possible pairing costs. */
  static final double IMPOSSIBLE = 1e6;

  /** A detector's jitter, and people who start to walk, face sizes. */
  private static final double LEAST_REACH = 0.5;

  /** A walker of 1.4 m/s moves by nine faces of 0.15 m in a second. */
  private static final double REACH_PER_SECOND = 9;

  private static final double LONGEST_REACH = 2;

  /** Faces whose middles are no farther apart touch, or one is before the other, face sizes. */
  static final double NEAR = 1;

  /** Those who were so near are apart beyond this: boxes tremble by a few hundredths. */
  static final double APART = 1.15;

  private static final double LEAST_GROWTH = Math.log(1.4);
  private static final double GROWTH_PER_SECOND = 1;
  private static final double MOST_GROWTH = Math.log(2);

  /** What looks weigh against face sizes of distance. */
  private static final double WEIGHT_OF_LOOKS = 2;

  /** Looks that are unknown count as so near. */
  private static final double UNKNOWN_LOOKS = 0.7;

  private final long nowMillis;
  private final boolean strict;

  /**
   * @param strict whether only those who surely look alike may be paired
   */
  Pairing(long nowMillis, boolean strict) {
    this.nowMillis = nowMillis;
    this.strict = strict;
  }

  /**
   * How well two belong together.
   *
   * @param cost less is better; {@link #IMPOSSIBLE} when they cannot
   * @param sure whether looks leave no doubt
   */
  record Fit(double cost, boolean sure) {
    private static final Fit NONE = new Fit(IMPOSSIBLE, false);

    boolean possible() {
      return cost < IMPOSSIBLE;
    }
  }

  Fit fit(Track track, Detection face) {
    double distance = distance(track, face);
    double growth = growth(track, face);
    double seconds = track.secondsSinceSeen(nowMillis);
    if (distance > Math.min(LONGEST_REACH, LEAST_REACH + REACH_PER_SECOND * seconds)
        || growth > Math.min(MOST_GROWTH, LEAST_GROWTH + GROWTH_PER_SECOND * seconds)) {
      return Fit.NONE;
    }
    boolean doubtful = strict || track.leaving();
    if (face.patch() == null || track.patch() == null) {
      return doubtful ? Fit.NONE : new Fit(cost(distance, growth, UNKNOWN_LOOKS), false);
    }
    double likeness = Patch.likeness(track.patch(), face.patch());
    doubtful |= nowMillis - track.patchMillis() > LOOKS_FADE_AFTER_MILLIS;
    if (likeness < (doubtful ? SURELY_ALIKE : BARELY_ALIKE)) {
      return Fit.NONE;
    }
    return new Fit(cost(distance, growth, likeness), !doubtful && likeness >= ALIKE);
  }

  /** Whether a face is where the track's is expected, whoever it is. */
  boolean standsAt(Track track, Detection face) {
    return distance(track, face) <= LEAST_REACH;
  }

  /** Whether a track's face is near to another one, or may be hidden by it. */
  boolean mayBeBehind(Track track, Detection face, double reach) {
    return nowMillis - track.seenMillis() <= LOOKS_FADE_AFTER_MILLIS
        && distance(track, face) <= reach;
  }

  /** Whether two faces of a frame are so near that the next one may show only one of them. */
  static boolean near(Detection one, Detection other, double reach) {
    Box a = one.box();
    Box b = other.box();
    return apart(
            Track.middleX(a) - Track.middleX(b),
            Track.middleY(a) - Track.middleY(b),
            (a.width() + b.width()) / 2,
            (a.height() + b.height()) / 2)
        <= reach;
  }

  private static double cost(double distance, double growth, double likeness) {
    return distance + growth + WEIGHT_OF_LOOKS * (1 - likeness);
  }

  private double distance(Track track, Detection face) {
    return apart(
        Track.middleX(face.box()) - track.xAt(nowMillis),
        Track.middleY(face.box()) - track.yAt(nowMillis),
        (track.width() + face.box().width()) / 2,
        (track.height() + face.box().height()) / 2);
  }

  /** In face sizes. */
  private static double apart(double x, double y, double width, double height) {
    return width <= 0 || height <= 0 ? Double.POSITIVE_INFINITY : Math.hypot(x / width, y / height);
  }

  /** Of the side of a square of the same area, by either factor, logarithm. */
  private static double growth(Track track, Detection face) {
    double ratio = face.box().width() * face.box().height() / (track.width() * track.height());
    return ratio > 0 ? Math.abs(Math.log(ratio)) / 2 : Double.POSITIVE_INFINITY;
  }
}
