package io.facestream.job.kafka;

import java.io.Serializable;
import java.util.Map;

/** Tells which frames the topic still holds. */
@FunctionalInterface
interface FirstKept extends Serializable {
  /** For each partition the offset of the oldest record that retention has left. */
  Map<Integer, Long> firstOffsets();
}
