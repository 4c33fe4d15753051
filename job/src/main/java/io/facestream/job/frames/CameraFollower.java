package io.facestream.job.frames;

import io.facestream.tracking.CameraTracks;
import io.facestream.tracking.Detection;
import io.facestream.tracking.Patch;
import io.facestream.tracking.TrackedFace;
import io.facestream.tracking.TrackedFrame;
import io.facestream.tracking.Tracker;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.wire.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;

/**
 * Keeps the tracks of the slot's cameras between their frames, and nothing of a camera that has
 * been silent.
 *
 * <p>When tracks end, the tracker decides by the frames alone. State is kept for much longer than
 * that, since how far a watermark has come when a frame arrives depends on the run, and no verdict
 * may.
 */
final class CameraFollower {
  /** More than cameras' clocks and the networks before them differ by. */
  private static final long KEPT_MILLIS = 60_000;

  /** Timers are set to multiples of this, so that there are a few of them and not one a frame. */
  private static final long TICK_MILLIS = 10_000;

  private final MapState<String, CameraTracks> tracks;

  /** By camera, when its tracks are forgotten, event time in milliseconds. */
  private final MapState<String, Long> forgottenAt;

  private final Counter tracksOpened;

  /**
   * @param tracksOpened counts
   */
  CameraFollower(RuntimeContext context, Counter tracksOpened) {
    tracks =
        context.getMapState(
            new MapStateDescriptor<>(
                "tracks", Types.STRING, TypeInformation.of(CameraTracks.class)));
    forgottenAt =
        context.getMapState(
            new MapStateDescriptor<>("tracks-forgotten-at", Types.STRING, Types.LONG));
    this.tracksOpened = tracksOpened;
  }

  /** What is known of each face of a camera's next frame, in their order. */
  List<TrackedFace> follow(RawFrame frame, FoundFaces found, TimerService timers) throws Exception {
    String camera = frame.cameraId();
    CameraTracks before = tracks.get(camera);
    if (before == null && found.faces().isEmpty()) {
      return List.of();
    }
    Tracker.Step step =
        Tracker.follow(before == null ? CameraTracks.NONE : before, frameOf(frame, found));
    keep(camera, step.tracks(), timers);
    tracksOpened.inc(step.faces().stream().filter(TrackedFace::opened).count());
    return step.faces();
  }

  private void keep(String camera, CameraTracks after, TimerService timers) throws Exception {
    if (after.isEmpty()) {
      tracks.remove(camera);
      forgottenAt.remove(camera);
      return;
    }
    tracks.put(camera, after);
    // From the watermark on where the camera's clock is slow: it would be forgotten at once.
    long now = Math.max(after.lastFrameMillis(), timers.currentWatermark());
    long at = (now + KEPT_MILLIS) / TICK_MILLIS * TICK_MILLIS + TICK_MILLIS;
    Long before = forgottenAt.get(camera);
    if (before == null || before != at) {
      forgottenAt.put(camera, at);
      timers.registerEventTimeTimer(at);
    }
  }

  /** Forgets the cameras that have been silent until now. */
  void forget(long nowMillis) throws Exception {
    List<String> silent = new ArrayList<>();
    for (Map.Entry<String, Long> camera : forgottenAt.entries()) {
      if (camera.getValue() <= nowMillis) {
        silent.add(camera.getKey());
      }
    }
    for (String camera : silent) {
      tracks.remove(camera);
      forgottenAt.remove(camera);
    }
  }

  private static TrackedFrame frameOf(RawFrame frame, FoundFaces found) {
    return new TrackedFrame(
        Ids.frameId(frame.cameraId(), frame.partition(), frame.offset()),
        frame.capturedAtMillis(),
        found.thumbnail(),
        found.faces().stream().map(face -> detection(face, found)).toList());
  }

  private static Detection detection(FoundFace face, FoundFaces found) {
    return new Detection(
        FaceCrops.boxOf(face, found),
        face.quality(),
        face.usable(),
        face.crop() == null ? null : Patch.of(face.crop()));
  }
}
