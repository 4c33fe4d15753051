package io.facestream.console.cameras;

import io.facestream.wire.Verdict;
import java.time.Instant;

/**
 * A camera, as its newest verdicts tell.
 *
 * @param newest the newest verdict
 * @param framesPerSecond over the last half minute, by capture times
 * @param facesPerMinute by the same
 * @param strangersADay visits of people whom nobody knew, at the rate of the last hour; null when
 *     that cannot be said
 */
public record Camera(
    String id,
    State state,
    Verdict newest,
    double framesPerSecond,
    double facesPerMinute,
    Double strangersADay) {
  /** Whether it sends. */
  public enum State {
    /** Within the last half minute. */
    LIVE,
    /** Not for half a minute. */
    SILENT,
    /** Not for ten minutes. */
    GONE
  }

  /** When its newest frame was taken. */
  public Instant lastFrame() {
    return newest.frame().capturedAt();
  }
}
