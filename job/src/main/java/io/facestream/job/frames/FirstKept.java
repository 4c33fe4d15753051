package io.facestream.job.frames;

import java.io.Serializable;
import java.util.Map;

/** Tells which frames the topic still holds. */
@FunctionalInterface
public interface FirstKept extends Serializable {
  /** For each partition the offset of the oldest record that retention has left. */
  Map<Integer, Long> firstOffsets();
}
