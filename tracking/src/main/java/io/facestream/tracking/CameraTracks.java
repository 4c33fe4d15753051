package io.facestream.tracking;

import java.util.List;

/**
 * What is remembered of a camera between two of its frames: at most {@value #MOST_TRACKS} tracks of
 * less than a kilobyte each. Kept in savepoints: fields are added at the end, and none is renamed.
 *
 * @param lastFrameMillis latest capture time so far, milliseconds since the epoch
 * @param thumbnail of the last frame that had one, or null
 * @param tracks those that may go on, oldest first
 */
public record CameraTracks(long lastFrameMillis, byte[] thumbnail, List<Track> tracks) {
  /** More faces at once are told apart and not remembered. */
  public static final int MOST_TRACKS = 128;

  /** Of a camera that has shown nobody of late. */
  public static final CameraTracks NONE = new CameraTracks(0, null, List.of());

  /** Whether there is nothing to remember. */
  public boolean isEmpty() {
    return tracks.isEmpty();
  }
}
