package io.facestream.tracking;

import io.facestream.wire.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One frame: its faces continue tracks or open them. */
final class FrameStep {
  private final TrackedFrame frame;
  private final long nowMillis;
  private final List<Track> before;
  private final Pairing pairing;
  private final Association association;

  /** As the tracks were, and as they are after what the frame shows of them. */
  private final List<Track> continued;

  private final List<Track> opened = new ArrayList<>();
  private final List<Detection> openers = new ArrayList<>();

  /**
   * @param nowMillis time of the frame, not before any of the tracks was seen
   * @param before tracks that the frame may continue
   */
  FrameStep(TrackedFrame frame, long nowMillis, List<Track> before, Pairing pairing) {
    this.frame = frame;
    this.nowMillis = nowMillis;
    this.before = before;
    this.pairing = pairing;
    this.association = Association.of(before, frame.faces(), pairing);
    this.continued = new ArrayList<>(before);
  }

  /** What becomes of each face of the frame. */
  List<TrackedFace> follow() {
    List<TrackedFace> faces = new ArrayList<>(frame.faces().size());
    for (int i = 0; i < frame.faces().size(); i++) {
      Detection face = frame.faces().get(i);
      Association.Link link = association.linkOf(i);
      if (link != null) {
        faces.add(goOn(link, face));
      } else if (face.usable()) {
        faces.add(open(Ids.trackId(frame.frameId(), i), face));
      } else {
        faces.add(TrackedFace.OF_NO_TRACK);
      }
    }
    return faces;
  }

  private TrackedFace goOn(Association.Link link, Detection face) {
    Track track = before.get(link.track());
    Schedule schedule =
        link.ambiguous()
            ? track.schedule().restarted()
            : track.schedule().near(anotherIsNear(track, face));
    boolean embed = face.usable() && (!link.sure() || schedule.due(face.quality(), nowMillis));
    Schedule next =
        embed
            ? schedule.embedded(face.quality(), nowMillis)
            : face.usable() ? schedule.carriedOn() : schedule;
    continued.set(link.track(), track.seen(face, nowMillis, next));
    return new TrackedFace(track.id(), false, embed);
  }

  /** Whether somebody else is before or behind the face, or was a moment ago. */
  private boolean anotherIsNear(Track track, Detection face) {
    double reach = track.schedule().crossing() ? Pairing.APART : Pairing.NEAR;
    return frame.faces().stream()
            .anyMatch(other -> other != face && Pairing.near(face, other, reach))
        || before.stream()
            .anyMatch(other -> other != track && pairing.mayBeBehind(other, face, reach));
  }

  private TrackedFace open(String id, Detection face) {
    opened.add(Track.begin(id, face, nowMillis));
    openers.add(face);
    return new TrackedFace(id, true, true);
  }

  /** The tracks after the frame, oldest first. */
  List<Track> tracks() {
    Stream<Track> older = continued.stream().filter(track -> seenNow(track) || !replaced(track));
    return Stream.concat(older, opened.stream()).toList();
  }

  /** By identity: a track that was seen has been made anew. */
  private boolean seenNow(Track track) {
    return before.stream().noneMatch(older -> older == track);
  }

  /**
   * Whether another face stands where the track was expected. Should the first come back, it opens
   * a track again; if both waited, every later face there might be either's.
   */
  private boolean replaced(Track track) {
    return openers.stream().anyMatch(face -> pairing.standsAt(track, face));
  }
}
