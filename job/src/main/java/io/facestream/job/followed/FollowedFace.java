package io.facestream.job.followed;

import io.facestream.wire.Box;

/**
 * A usable face that is followed.
 *
 * @param track {@link io.facestream.wire.Ids#trackId}
 * @param begins whether the track shows somebody for the first time: it is its first view, or the
 *     first after the tracker took two people for one
 * @param box where it is, relative to the frame
 * @param quality the quality gate's measure, 0…1
 * @param embedding unit vector of the embedder's dimension, or null when the face was not searched
 * @param standing how the track stands to the gallery
 */
public record FollowedFace(
    String track, boolean begins, Box box, double quality, float[] embedding, Standing standing) {
  /** Whether it was searched itself. */
  public boolean searched() {
    return embedding != null;
  }
}
