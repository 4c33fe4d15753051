package io.facestream.ingest.video;

import java.time.Duration;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** Media time of each picture since the first: strictly increasing, whatever the file claims. */
final class MediaClock {
  private final double nanosPerUnit;
  private final long nanosPerFrame;
  private long first;
  private long lastNanos;
  private long ticks;

  /**
   * @param timeBase seconds per unit of a timestamp
   * @param frameRate frames per second, for pictures without a usable timestamp
   */
  MediaClock(AVRational timeBase, double frameRate) {
    this.nanosPerUnit = 1e9 * avutil.av_q2d(timeBase);
    this.nanosPerFrame = Math.max(1, Math.round(1e9 / frameRate));
  }

  /** The time of the next picture, given its timestamp in units of the time base. */
  Duration timeOf(long timestamp) {
    boolean stamped = timestamp != avutil.AV_NOPTS_VALUE;
    if (ticks++ == 0) {
      first = stamped ? timestamp : 0;
      return Duration.ZERO;
    }
    long nanos = stamped ? Math.round((timestamp - first) * nanosPerUnit) : 0;
    lastNanos = nanos > lastNanos ? nanos : lastNanos + nanosPerFrame;
    return Duration.ofNanos(lastNanos);
  }

  /** How many pictures were timed. */
  long ticks() {
    return ticks;
  }
}
