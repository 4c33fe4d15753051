package io.facestream.faults.invariant;

import io.facestream.wire.FrameRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Watches that the frames of each camera are answered in order. A repeat after a failure may come
 * at any time; an answer that has not been seen before must be to a later frame than all that have.
 */
final class CameraOrder {
  private record Line(String cameraId, int partition) {}

  private final Map<Line, Long> latest = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /** Whether this answer, the next that was read, is in order. */
  boolean isKept(String frameId, String cameraId, FrameRef frame) {
    if (!seen.add(frameId)) {
      return true;
    }
    Line line = new Line(cameraId, frame.partition());
    boolean kept = latest.getOrDefault(line, -1L) < frame.offset();
    latest.merge(line, frame.offset(), Math::max);
    return kept;
  }
}
