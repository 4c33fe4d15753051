package io.facestream.job.keys;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells which cameras of a subtask have been silent for long, so that what was remembered of them
 * can be forgotten.
 *
 * <p>By the clock, and not by watermarks: after an outage the frames of one partition may be far
 * behind the others', and Flink takes a partition that has brought nothing yet for idle and hurries
 * on without it. What a camera is then remembered by would be forgotten before its frames are
 * judged again, and they would be answered otherwise than before. While a job is down no frame
 * comes, and that says nothing of a camera: the time counts anew, so none of this is state.
 */
public final class SilentCameras {
  /** Timers are set to multiples of this, so that a key has few of them. */
  private static final long TICK_MILLIS = 60_000;

  private final long afterMillis;
  private final Map<CameraOfKey, Long> seenAt = new HashMap<>();

  private record CameraOfKey(Object key, String cameraId) {}

  /**
   * Nobody has been seen yet.
   *
   * @param afterMillis how long a camera must have been silent
   */
  public SilentCameras(long afterMillis) {
    this.afterMillis = afterMillis;
  }

  /**
   * A camera is remembered by something.
   *
   * @param now milliseconds of the clock
   * @return when to ask {@link #isSilent}, milliseconds of the clock
   */
  public long remembered(Object key, String cameraId, long now) {
    seenAt.put(new CameraOfKey(key, cameraId), now);
    return nextTick(now);
  }

  /** Whether a camera that is remembered may be forgotten now; then it is, here. */
  public boolean isSilent(Object key, String cameraId, long now) {
    CameraOfKey camera = new CameraOfKey(key, cameraId);
    // After a restart the silence counts anew.
    boolean silent = now - seenAt.computeIfAbsent(camera, first -> now) >= afterMillis;
    if (silent) {
      seenAt.remove(camera);
    }
    return silent;
  }

  /** When to ask again of those that were not. */
  public long nextTick(long now) {
    return (Math.floorDiv(now + afterMillis, TICK_MILLIS) + 1) * TICK_MILLIS;
  }
}
