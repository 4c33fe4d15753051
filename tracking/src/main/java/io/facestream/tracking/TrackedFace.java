package io.facestream.tracking;

/**
 * What is known of a face of a frame.
 *
 * @param track id of its track; null when it is part of none
 * @param opened whether the track begins with it
 * @param embed whether it is to be embedded; false for one that may not be
 */
public record TrackedFace(String track, boolean opened, boolean embed) {
  /** Whether what is known of the track stands for the face; true for one that may not be used. */
  public boolean carried() {
    return track != null && !embed;
  }

  /** One that is not followed. */
  public static final TrackedFace OF_NO_TRACK = new TrackedFace(null, false, false);
}
