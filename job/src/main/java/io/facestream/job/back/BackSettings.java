package io.facestream.job.back;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is kept to search back in time.
 *
 * @param retention how long a face is kept, by the clock, from when it was judged
 * @param faces most faces that all slices together keep; at the bound the oldest leave early
 */
public record BackSettings(Duration retention, long faces) implements Serializable {
  /** The longest that anything is kept. */
  public static final Duration LONGEST = Duration.ofDays(90);

  /** Most faces of one of so many slices. */
  long facesOf(int slices) {
    return Math.max(1, (faces + slices - 1) / slices);
  }
}
