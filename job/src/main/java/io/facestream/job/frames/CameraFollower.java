package io.facestream.job.frames;

import io.facestream.job.keys.SilentCameras;
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
 * that, and by the clock, since no verdict may depend on how a run has gone.
 */
final class CameraFollower {
  /** Far more than a track outlives its last view. */
  private static final long KEPT_MILLIS = 600_000;

  private final MapState<String, CameraTracks> tracks;

  private final SilentCameras silent = new SilentCameras(KEPT_MILLIS);
  private final Counter tracksOpened;

  /**
   * @param tracksOpened counts
   */
  CameraFollower(RuntimeContext context, Counter tracksOpened) {
    tracks =
        context.getMapState(
            new MapStateDescriptor<>(
                "tracks", Types.STRING, TypeInformation.of(CameraTracks.class)));
    this.tracksOpened = tracksOpened;
  }

  /**
   * What is known of each face of a camera's next frame, in their order.
   *
   * @param slot the current key
   */
  List<TrackedFace> follow(RawFrame frame, FoundFaces found, Integer slot, TimerService timers)
      throws Exception {
    String camera = frame.cameraId();
    CameraTracks before = tracks.get(camera);
    if (before == null && found.faces().isEmpty()) {
      return List.of();
    }
    Tracker.Step step =
        Tracker.follow(before == null ? CameraTracks.NONE : before, frameOf(frame, found));
    if (step.tracks().isEmpty()) {
      tracks.remove(camera);
    } else {
      tracks.put(camera, step.tracks());
      long now = timers.currentProcessingTime();
      timers.registerProcessingTimeTimer(silent.remembered(slot, camera, now));
    }
    tracksOpened.inc(step.faces().stream().filter(TrackedFace::opened).count());
    return step.faces();
  }

  /**
   * Forgets the cameras of a slot that have been silent.
   *
   * @param slot the current key
   */
  void forgetSilent(Integer slot, TimerService timers) throws Exception {
    long now = timers.currentProcessingTime();
    List<String> cameras = new ArrayList<>();
    tracks.keys().forEach(cameras::add);
    for (String camera : cameras) {
      if (silent.isSilent(slot, camera, now)) {
        tracks.remove(camera);
      } else {
        timers.registerProcessingTimeTimer(silent.nextTick(now));
      }
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
