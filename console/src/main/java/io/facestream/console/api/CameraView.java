package io.facestream.console.api;

import io.facestream.client.cameras.StoredCamera;
import io.facestream.console.cameras.Camera;
import io.facestream.console.events.EventKeys;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A camera, for the API.
 *
 * @param id names it in paths
 * @param lastFrame null, as width and height, of one that has sent nothing yet
 * @param source null for those who may not know it, and of a camera that is not on the topic
 */
record CameraView(
    String id,
    String camera,
    String state,
    Instant lastFrame,
    double framesPerSecond,
    double facesPerMinute,
    Integer width,
    Integer height,
    Double endToEndMs,
    CameraSourceView source) {
  private static final String WAITING = "waiting";
  private static final String STOPPED = "stopped";

  /** One that sends, or has sent. */
  static CameraView of(Camera camera) {
    Verdict newest = camera.newest();
    return new CameraView(
        EventKeys.of(camera.id()),
        camera.id(),
        camera.state().name().toLowerCase(Locale.ROOT),
        camera.lastFrame(),
        camera.framesPerSecond(),
        camera.facesPerMinute(),
        newest.frame().width(),
        newest.frame().height(),
        newest.timings() == null ? null : newest.timings().endToEndMs(),
        null);
  }

  private static CameraView waiting(String name) {
    return new CameraView(EventKeys.of(name), name, WAITING, null, 0, 0, null, null, null, null);
  }

  /**
   * Those that send and those that are to be read, by name.
   *
   * @param sources whether to say where they are read
   */
  static List<CameraView> all(
      List<Camera> sending, Map<String, StoredCamera> registered, boolean sources) {
    Map<String, CameraView> all = new TreeMap<>();
    sending.forEach(camera -> all.put(camera.id(), of(camera)));
    registered.forEach(
        (name, stored) -> {
          CameraView one = all.computeIfAbsent(name, CameraView::waiting);
          boolean stopped = !stored.source().runs() && !one.state().equals("live");
          all.put(name, one.with(stopped ? STOPPED : one.state(), sources ? stored : null));
        });
    return List.copyOf(all.values());
  }

  private CameraView with(String otherState, StoredCamera stored) {
    return new CameraView(
        id,
        camera,
        otherState,
        lastFrame,
        framesPerSecond,
        facesPerMinute,
        width,
        height,
        endToEndMs,
        stored == null ? null : CameraSourceView.of(camera, stored));
  }
}
