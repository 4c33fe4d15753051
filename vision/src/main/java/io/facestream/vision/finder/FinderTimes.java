package io.facestream.vision.finder;

import java.util.function.LongSupplier;

/** What a finder spends its time on, summed over pictures. Thread-confined, like the finder. */
public final class FinderTimes {
  /** The work on a picture, in the order in which it is done. */
  public enum Stage {
    /** Finding out whether the picture is whole, and decoding it as small as the detector takes. */
    DECODE,
    DETECT,
    /** Decoding larger for faces that need it. */
    DECODE_AGAIN,
    /** Size, place, pose, light and sharpness. */
    MEASURE,
    /** Whether a face stands upright, and the landmarks of a tilted one. */
    TURN_CHECK,
    CROP
  }

  private final LongSupplier clock;
  private final long[] nanos = new long[Stage.values().length];
  private long lapBegan;

  /**
   * @param clock nanoseconds, of the wall or of the thread
   */
  public FinderTimes(LongSupplier clock) {
    this.clock = clock;
  }

  /** For finders that are not watched. */
  public static FinderTimes none() {
    return new FinderTimes(() -> 0);
  }

  /** Nanoseconds since the watch was made. */
  public long nanos(Stage stage) {
    return nanos[stage.ordinal()];
  }

  void begin() {
    lapBegan = clock.getAsLong();
  }

  /** What was done since the last lap, or since the beginning, was this. */
  void lap(Stage stage) {
    long now = clock.getAsLong();
    nanos[stage.ordinal()] += now - lapBegan;
    lapBegan = now;
  }
}
