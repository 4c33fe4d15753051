package io.facestream.job.unknown;

import io.facestream.job.followed.FollowedFace;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.wire.BestView;

/**
 * What is known of somebody who is followed; in state while he is.
 *
 * @param track {@link io.facestream.wire.Ids#trackId}
 * @param firstSeen capture time of the earliest frame, milliseconds since the epoch
 * @param lastSeen capture time of the latest frame, milliseconds since the epoch
 * @param frames in how many frames
 * @param views how many of them were searched
 * @param embedding of the searched view of best quality, a unit vector; null when there is none,
 *     and as soon as it is not needed any more
 * @param quality of that view, 0…1; 0 when there is none
 * @param best the frame of best quality
 * @param unknownId {@link io.facestream.wire.Ids#unknownId}, or null when he has none yet
 * @param settled whether there is nothing to be told of: he is known, or too many are remembered
 */
public record StrangerTrack(
    String track,
    long firstSeen,
    long lastSeen,
    long frames,
    int views,
    float[] embedding,
    double quality,
    BestView best,
    String unknownId,
    boolean settled) {
  /** Views by which a stranger is told of: as many as the tracker has searched in any case. */
  static final int VIEWS_NEEDED = 3;

  /** One of whom this is the first that is seen. */
  static StrangerTrack begin(FollowedFrame frame, FollowedFace face) {
    return new StrangerTrack(
            face.track(), frame.time(), frame.time(), 0, 0, null, 0, null, null, false)
        .with(frame, face);
  }

  /** The same with a frame more. */
  StrangerTrack with(FollowedFrame frame, FollowedFace face) {
    boolean better = best == null || face.quality() > best.quality();
    boolean kept =
        face.searched()
            && unknownId == null
            && !settled
            && (embedding == null || face.quality() > quality);
    return new StrangerTrack(
        track,
        Math.min(firstSeen, frame.time()),
        Math.max(lastSeen, frame.time()),
        frames + 1,
        views + (face.searched() ? 1 : 0),
        kept ? face.embedding() : embedding,
        face.searched() ? Math.max(quality, face.quality()) : quality,
        better ? BestView.unknown(frame.frame(), face.box(), face.quality()) : best,
        unknownId,
        settled);
  }

  /** The same, told of under an id. */
  StrangerTrack as(String id) {
    return new StrangerTrack(
        track, firstSeen, lastSeen, frames, views, null, quality, best, id, false);
  }

  /** The same, of whom there is nothing to be told. */
  StrangerTrack settledNow() {
    return new StrangerTrack(
        track, firstSeen, lastSeen, frames, views, null, quality, best, null, true);
  }

  /** Whether he was seen long and well enough to be told of, and is not yet. */
  boolean isDue(long afterMillis) {
    return !settled
        && unknownId == null
        && views >= VIEWS_NEEDED
        && embedding != null
        && lastSeen - firstSeen >= afterMillis;
  }

  /** Whether both were there at some time, so that they are two. */
  boolean isBeside(StrangerTrack other) {
    return firstSeen <= other.lastSeen && other.firstSeen <= lastSeen;
  }
}
