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
 */
public record Schedule(int views, double bestQuality, long embeddedMillis, long intervalMillis) {
  static final int FIRST_VIEWS = 3;
  static final long FIRST_INTERVAL_MILLIS = 1_000;
  static final long LONGEST_INTERVAL_MILLIS = 4_000;

  /** Below this the two are as good as each other: quality varies by a tenth from view to view. */
  private static final double CLEAR_GAIN = 1.25;

  static final Schedule NEW = new Schedule(0, 0, 0, FIRST_INTERVAL_MILLIS);

  /** Begins anew, as whose face it is may have changed. */
  Schedule restarted() {
    return NEW;
  }

  /** Whether a view is due without any doubt about it. */
  boolean due(double quality, long nowMillis) {
    return views < FIRST_VIEWS
        || quality > CLEAR_GAIN * bestQuality
        || nowMillis - embeddedMillis >= intervalMillis;
  }

  /** After a view was embedded. */
  Schedule embedded(double quality, long nowMillis) {
    boolean afterInterval = views >= FIRST_VIEWS && nowMillis - embeddedMillis >= intervalMillis;
    return new Schedule(
        Math.min(FIRST_VIEWS, views + 1),
        Math.max(bestQuality, quality),
        nowMillis,
        afterInterval ? Math.min(LONGEST_INTERVAL_MILLIS, 2 * intervalMillis) : intervalMillis);
  }
}
