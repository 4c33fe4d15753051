package io.facestream.job.gate;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/** A slice has read the gallery to its end of start. */
public enum SliceReady implements OperatorEvent {
  READY
}
