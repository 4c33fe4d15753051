package io.facestream.job.search;

import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import java.util.ArrayList;
import java.util.List;

/** Frames that wait to be searched together: a pass over the slice costs little more for many. */
final class ProbeBatch {
  private final int maxProbes;
  private final List<ProbeFrame> frames = new ArrayList<>();
  private int probes;

  /**
   * @param maxProbes searchable faces from which the batch is full, at least 1
   */
  ProbeBatch(int maxProbes) {
    this.maxProbes = maxProbes;
  }

  void add(ProbeFrame frame) {
    frames.add(frame);
    for (Probe probe : frame.probes()) {
      if (probe.embedding() != null) {
        probes++;
      }
    }
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Faces to search in the frames that wait. */
  int probes() {
    return probes;
  }

  boolean isFull() {
    return probes >= maxProbes;
  }

  /** Hands out the frames in the order of arrival, and begins anew. */
  List<ProbeFrame> take() {
    List<ProbeFrame> taken = List.copyOf(frames);
    frames.clear();
    probes = 0;
    return taken;
  }
}
