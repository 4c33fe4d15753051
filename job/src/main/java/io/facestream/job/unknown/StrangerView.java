package io.facestream.job.unknown;

import io.facestream.job.followed.FollowedFace;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.sightings.View;
import io.facestream.wire.BestView;
import io.facestream.wire.Models;
import io.facestream.wire.SightedPerson;

/**
 * A stranger seen in a frame; with the frame that shows for how long he has been seen, all of his
 * track before it.
 */
record StrangerView(
    String frameId,
    long time,
    long since,
    long frames,
    SightedPerson person,
    BestView best,
    boolean carried,
    String track,
    Models models)
    implements View {

  /** In one frame. */
  static StrangerView of(FollowedFrame frame, FollowedFace face, StrangerTrack track) {
    return new StrangerView(
        frame.frameId(),
        frame.time(),
        frame.time(),
        1,
        SightedPerson.unknown(track.unknownId()),
        BestView.unknown(frame.frame(), face.box(), face.quality()),
        !face.searched(),
        track.track(),
        frame.models());
  }

  /** In all frames of the track. */
  static StrangerView ofAll(FollowedFrame frame, FollowedFace face, StrangerTrack track) {
    return new StrangerView(
        frame.frameId(),
        track.lastSeen(),
        track.firstSeen(),
        track.frames(),
        SightedPerson.unknown(track.unknownId()),
        track.best(),
        !face.searched(),
        track.track(),
        frame.models());
  }
}
