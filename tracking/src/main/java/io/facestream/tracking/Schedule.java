package io.facestream.tracking;

/**
 * Which views of a track are embedded: the first few, one clearly better than all before, one after
 * each of doubling intervals of capture time, and whenever it is in doubt that the face is still
 * the same. It depends on what is seen and never on what a search answered.
 *
 * @param views embedded since the track began or two faces might have been confused, up to {@value
 *     #FIRST_VIEWS}
 * @param bestQuality of those embedded
 * @param embeddedMillis capture time of the last one
 * @param intervalMillis time to the next
 * @param carried usable views since that were not embedded
 * @param crossing whether another face was near to it when it was seen last
 */
public record Schedule(
    int views,
    double bestQuality,
    long embeddedMillis,
    long intervalMillis,
    int carried,
    boolean crossing) {
  static final int FIRST_VIEWS = 3;

  /** Soon, since the first views follow on each other and may all be as bad: somebody turns in. */
  static final long FIRST_INTERVAL_MILLIS = 500;

  static final long LONGEST_INTERVAL_MILLIS = 4_000;

  /**
   * So many views count as a second even if less time has passed, since clocks may be slow, and
   * recordings may be stamped when they are read, which is faster than they were made. No fewer
   * than cameras usually bring, or their intervals would be shorter than they are said to be.
   */
  private static final int VIEWS_PER_SECOND = 25;

  /** Below this the two are as good as each other: quality varies by a tenth from view to view. */
  private static final double CLEAR_GAIN = 1.25;

  static final Schedule NEW = new Schedule(0, 0, 0, FIRST_INTERVAL_MILLIS, 0, false);

  /** Begins anew, as whose face it is may have changed. */
  Schedule restarted() {
    return NEW;
  }

  /**
   * Before the next view. Of two who were near to each other one may have been hidden, and the
   * track have gone over to the other, whose looks were near enough: once they are apart it begins
   * anew.
   */
  Schedule near(boolean anotherFace) {
    if (anotherFace) {
      return new Schedule(views, bestQuality, embeddedMillis, intervalMillis, carried, true);
    }
    return crossing ? NEW : this;
  }

  /** Whether a view is due without any doubt about it. */
  boolean due(double quality, long nowMillis) {
    return views < FIRST_VIEWS || quality > CLEAR_GAIN * bestQuality || intervalIsOver(nowMillis);
  }

  private boolean intervalIsOver(long nowMillis) {
    return nowMillis - embeddedMillis >= intervalMillis
        || carried >= VIEWS_PER_SECOND * intervalMillis / 1_000;
  }

  /** After a view was embedded. */
  Schedule embedded(double quality, long nowMillis) {
    boolean afterInterval = views >= FIRST_VIEWS && intervalIsOver(nowMillis);
    return new Schedule(
        Math.min(FIRST_VIEWS, views + 1),
        Math.max(bestQuality, quality),
        nowMillis,
        afterInterval ? Math.min(LONGEST_INTERVAL_MILLIS, 2 * intervalMillis) : intervalMillis,
        0,
        crossing);
  }

  /** After a usable view that was not. */
  Schedule carriedOn() {
    return new Schedule(views, bestQuality, embeddedMillis, intervalMillis, carried + 1, crossing);
  }
}
