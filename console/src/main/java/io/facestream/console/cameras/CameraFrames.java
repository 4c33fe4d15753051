package io.facestream.console.cameras;

import io.facestream.wire.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last half minute of a camera. */
final class CameraFrames {
  static final Duration WINDOW = Duration.ofSeconds(30);
  private static final Duration GONE = Duration.ofMinutes(10);
  private static final int MOST = 4_000;
  private static final double MINUTE = 60;

  private record Frame(Instant at, int faces) {}

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final StrangerVisits strangers = new StrangerVisits();
  private Verdict newest;

  void add(Verdict verdict) {
    strangers.add(verdict);
    Instant at = verdict.frame().capturedAt();
    if (newest == null || !at.isBefore(newest.frame().capturedAt())) {
      newest = verdict;
    }
    frames.add(new Frame(at, verdict.faces() == null ? 0 : verdict.faces().size()));
    Instant oldest = newest.frame().capturedAt().minus(WINDOW);
    while (frames.size() > MOST || !frames.peek().at().isAfter(oldest)) {
      frames.remove();
    }
  }

  Camera camera(Instant now) {
    long recent = 0;
    long faces = 0;
    for (Frame frame : frames) {
      if (frame.at().isAfter(now.minus(WINDOW))) {
        recent++;
        faces += frame.faces();
      }
    }
    Duration silence = Duration.between(newest.frame().capturedAt(), now);
    Camera.State state =
        silence.compareTo(WINDOW) <= 0
            ? Camera.State.LIVE
            : silence.compareTo(GONE) <= 0 ? Camera.State.SILENT : Camera.State.GONE;
    return new Camera(
        newest.cameraId(),
        state,
        newest,
        recent / (double) WINDOW.toSeconds(),
        faces * MINUTE / WINDOW.toSeconds(),
        strangers.perDay());
  }
}
