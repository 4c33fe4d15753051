package io.facestream.job.gate;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/** A slice has caught up with the gallery. */
public enum SliceReady implements OperatorEvent {
  READY
}
