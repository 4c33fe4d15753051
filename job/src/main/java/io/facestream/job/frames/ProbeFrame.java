package io.facestream.job.frames;

import io.facestream.decision.SearchScope;
import io.facestream.wire.FrameRef;
import java.util.List;
import java.util.Set;

/**
 * A frame whose faces are embedded: what is broadcast to every slice of the gallery.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}
 * @param number {@link FrameFaces#number}, or {@value #UNNUMBERED} in the state of a version that
 *     did not number frames
 * @param cameraId the camera
 * @param frame the frame
 * @param probes its faces, largest first, rejected ones included
 * @param detectMs time for decoding, detection, alignment and quality, milliseconds
 * @param embedMs time for embedding, milliseconds
 * @param outOfScope the watchlists that are not looked for at the camera; null when all are, and in
 *     the state of earlier versions
 * @param ignored how many faces were ignored where they stood; 0 in the state of earlier versions
 */
public record ProbeFrame(
    String frameId,
    long number,
    String cameraId,
    FrameRef frame,
    List<Probe> probes,
    double detectMs,
    double embedMs,
    List<String> outOfScope,
    int ignored) {
  /** What a missing number is read as. */
  public static final long UNNUMBERED = 0;

  /** Of a camera at which all watchlists are looked for. */
  public ProbeFrame(
      String frameId,
      long number,
      String cameraId,
      FrameRef frame,
      List<Probe> probes,
      double detectMs,
      double embedMs) {
    this(frameId, number, cameraId, frame, probes, detectMs, embedMs, null, 0);
  }

  /** The same of a frame in which some faces were ignored. */
  public ProbeFrame ignoring(int faces) {
    return new ProbeFrame(
        frameId, number, cameraId, frame, probes, detectMs, embedMs, outOfScope, faces);
  }

  /** The same of a camera at which some watchlists are not looked for. */
  public ProbeFrame without(Set<String> watchlists) {
    return new ProbeFrame(
        frameId,
        number,
        cameraId,
        frame,
        probes,
        detectMs,
        embedMs,
        watchlists.isEmpty() ? null : List.copyOf(watchlists),
        ignored);
  }

  /** Who is looked for. */
  public SearchScope scope() {
    return SearchScope.of(outOfScope, frame.scope());
  }

  /** Whether any face is worth a search. */
  public boolean needsSearch() {
    return probes.stream().anyMatch(probe -> probe.embedding() != null);
  }
}
