package io.facestream.ingest.video;

import java.time.Duration;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Media time of each picture since the first: strictly increasing, and without the jumps that
 * timestamps make where a recorder was restarted, a counter wrapped or a file was joined. Whoever
 * waits for a picture waits no longer than a few of the usual spacings, or a second.
 */
final class MediaClock {
  private static final int USUAL_SPACINGS = 8;
  private static final double SECOND = 1e9;

  private final double nanosPerUnit;
  private final long nanosPerFrame;
  private double usualNanos;
  private long anchorStamp = avutil.AV_NOPTS_VALUE;
  private long anchorNanos;
  private long lastNanos;
  private long ticks;
  private long jumps;
  private double lastJumpNanos;

  /**
   * @param timeBase seconds per unit of a timestamp
   * @param frameRate frames per second, for pictures without a usable timestamp
   */
  MediaClock(AVRational timeBase, double frameRate) {
    this.nanosPerUnit = SECOND * avutil.av_q2d(timeBase);
    this.nanosPerFrame = Math.max(1, Math.round(SECOND / frameRate));
    this.usualNanos = nanosPerFrame;
  }

  /** The time of the next picture, given its timestamp in units of the time base. */
  Duration timeOf(long timestamp) {
    if (ticks++ == 0) {
      anchor(timestamp, 0);
    } else if (timestamp == avutil.AV_NOPTS_VALUE) {
      lastNanos += nanosPerFrame;
    } else if (anchorStamp == avutil.AV_NOPTS_VALUE) {
      anchor(timestamp, lastNanos + nanosPerFrame);
    } else {
      follow(timestamp);
    }
    return Duration.ofNanos(lastNanos);
  }

  /** How many pictures were timed. */
  long ticks() {
    return ticks;
  }

  /** How many jumps were closed. */
  long jumps() {
    return jumps;
  }

  /** How far the last jump went, to the nearest second; negative: back. */
  Duration lastJump() {
    return Duration.ofSeconds(Math.round(lastJumpNanos / SECOND));
  }

  private void follow(long timestamp) {
    // In floating point: two timestamps may be further apart than a long can say.
    double nanos = anchorNanos + ((double) timestamp - anchorStamp) * nanosPerUnit;
    if (Math.abs((double) timestamp - anchorStamp) < 1L << 53) {
      nanos = anchorNanos + (timestamp - anchorStamp) * nanosPerUnit;
    }
    double gap = nanos - lastNanos;
    if (Math.abs(gap) > Math.max(SECOND, USUAL_SPACINGS * usualNanos)) {
      jumps++;
      lastJumpNanos = gap;
      anchor(timestamp, lastNanos + Math.round(usualNanos));
      // Where long gaps are the rule, as in a time lapse, they are soon believed.
      usualNanos = gap > 0 ? Math.min(gap, 2 * usualNanos) : usualNanos;
    } else if (gap >= 1) {
      lastNanos = Math.round(nanos);
      usualNanos += (gap - usualNanos) / USUAL_SPACINGS;
    } else {
      lastNanos += nanosPerFrame;
    }
  }

  private void anchor(long timestamp, long nanos) {
    anchorStamp = timestamp;
    anchorNanos = nanos;
    lastNanos = nanos;
  }
}
