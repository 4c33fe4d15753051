package io.facestream.tracking;

import io.facestream.wire.Box;

/**
 * A face that is followed. Kept in savepoints: fields are added at the end, and none is renamed.
 *
 * <p>Motion is a constant velocity by capture time, not by frames, so that uneven frame rates work:
 * an alpha-beta filter, which is what a Kalman filter of this model settles to, with the weight of
 * a measurement following from the time that has passed. A full filter's covariance would say how
 * far a prediction may be off; that is bounded by how fast people walk instead ({@link Pairing}).
 * The place itself is taken as measured: detectors err by a few hundredths of a face. The size is
 * not predicted, as it jitters by more than it grows within a frame or two.
 *
 * @param id {@link io.facestream.wire.Ids#trackId} of its first view
 * @param x middle, relative to the frame's width
 * @param y middle, relative to the frame's height
 * @param width relative to the frame
 * @param height relative to the frame
 * @param speedX frame widths a second
 * @param speedY frame heights a second
 * @param seenMillis capture time of the last view, milliseconds since the epoch
 * @param patch looks of the last view that had any
 * @param patchMillis capture time of that view
 * @param schedule which of its views are embedded
 */
public record Track(
    String id,
    double x,
    double y,
    double width,
    double height,
    double speedX,
    double speedY,
    long seenMillis,
    byte[] patch,
    long patchMillis,
    Schedule schedule) {
  /** A face that is gone for longer opens a new track when it comes back. */
  static final long LOST_AFTER_MILLIS = 3_000;

  /** In what time a measured velocity replaces the older one but for a third, seconds. */
  private static final double SPEED_MEMORY = 0.25;

  /** In what time a face that nobody sees is thought to slow down to a third, seconds. */
  private static final double COASTING = 0.5;

  /** Share of the picture's width. */
  private static final double EDGE = 0.01;

  static Track begin(String id, Detection face, long nowMillis) {
    Box box = face.box();
    return new Track(
        id,
        middleX(box),
        middleY(box),
        box.width(),
        box.height(),
        0,
        0,
        nowMillis,
        face.patch(),
        nowMillis,
        Schedule.NEW.embedded(face.quality(), nowMillis));
  }

  /**
   * Whether the last view was at a side of the picture and did not come in from there: somebody
   * else may come in as the first one goes.
   */
  boolean leaving() {
    return x - width / 2 <= EDGE && speedX <= 0 || x + width / 2 >= 1 - EDGE && speedX >= 0;
  }

  static double middleX(Box box) {
    return box.x() + box.width() / 2;
  }

  static double middleY(Box box) {
    return box.y() + box.height() / 2;
  }

  /** Where its middle is thought to be. */
  double xAt(long nowMillis) {
    return x + speedX * coasted(nowMillis);
  }

  /** Where its middle is thought to be. */
  double yAt(long nowMillis) {
    return y + speedY * coasted(nowMillis);
  }

  private double coasted(long nowMillis) {
    return COASTING * (1 - Math.exp(-secondsSinceSeen(nowMillis) / COASTING));
  }

  double secondsSinceSeen(long nowMillis) {
    return Math.max(0, nowMillis - seenMillis) / 1e3;
  }

  /** The track after one more view. */
  Track seen(Detection face, long nowMillis, Schedule next) {
    Box box = face.box();
    double seconds = secondsSinceSeen(nowMillis);
    // Two frames of one instant say nothing of a speed.
    double weight = 1 - Math.exp(-seconds / SPEED_MEMORY);
    double perSecond = seconds > 0 ? 1 / seconds : 0;
    return new Track(
        id,
        middleX(box),
        middleY(box),
        box.width(),
        box.height(),
        speedX + weight * ((middleX(box) - x) * perSecond - speedX),
        speedY + weight * ((middleY(box) - y) * perSecond - speedY),
        nowMillis,
        face.patch() == null ? patch : face.patch(),
        face.patch() == null ? patchMillis : nowMillis,
        next);
  }
}
