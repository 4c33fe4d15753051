package io.facestream.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows the faces of one camera from frame to frame. A pure function: the same frames in the same
 * order give the same tracks.
 *
 * <p>A track must not go over from one person to another. So a face that does not look like the
 * track is not its continuation; after a cut no face is; and where two faces might have been
 * confused, or looks have changed by much, the face is embedded.
 */
public final class Tracker {
  private Tracker() {}

  /**
   * What a frame has brought.
   *
   * @param tracks what is to be remembered for the next frame
   * @param faces for each face of the frame, in its order
   */
  public record Step(CameraTracks tracks, List<TrackedFace> faces) {}

  /**
   * Takes the next frame of a camera.
   *
   * @param before what was remembered of the frames before; {@link CameraTracks#NONE} at first
   */
  public static Step follow(CameraTracks before, TrackedFrame frame) {
    long last = before.lastFrameMillis();
    // A clock that was set back: how long a face was gone, nobody knows.
    boolean setBack = frame.capturedAtMillis() < last - Track.LOST_AFTER_MILLIS;
    // A little earlier than the frame before it is, by jitter: as if at the same time.
    long now =
        before.isEmpty() || setBack
            ? frame.capturedAtMillis()
            : Math.max(last, frame.capturedAtMillis());
    Continuity continuity = Continuity.of(before.thumbnail(), frame.thumbnail());
    List<Track> alive =
        setBack || continuity == Continuity.CUT
            ? List.of()
            : before.tracks().stream()
                .filter(track -> now - track.seenMillis() <= Track.LOST_AFTER_MILLIS)
                .toList();
    Pairing pairing = new Pairing(now, continuity == Continuity.DOUBTFUL);
    FrameStep step = new FrameStep(frame, now, alive, pairing);
    byte[] thumbnail = frame.thumbnail() == null ? before.thumbnail() : frame.thumbnail();
    List<TrackedFace> faces = step.follow();
    return new Step(remembered(now, thumbnail, step.tracks()), faces);
  }

  /** When there are too many, those go first that have been gone for longest. */
  private static CameraTracks remembered(long now, byte[] thumbnail, List<Track> tracks) {
    if (tracks.isEmpty()) {
      return CameraTracks.NONE;
    }
    if (tracks.size() <= CameraTracks.MOST_TRACKS) {
      return new CameraTracks(now, thumbnail, List.copyOf(tracks));
    }
    Set<String> kept =
        tracks.stream()
            .sorted(Comparator.comparingLong(Track::seenMillis).reversed())
            .limit(CameraTracks.MOST_TRACKS)
            .map(Track::id)
            .collect(Collectors.toSet());
    return new CameraTracks(
        now, thumbnail, tracks.stream().filter(track -> kept.contains(track.id())).toList());
  }
}
