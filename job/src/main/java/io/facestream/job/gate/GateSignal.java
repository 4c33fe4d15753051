package io.facestream.job.gate;

import org.apache.flink.api.connector.source.SourceEvent;

/** What the slices' coordinator tells the source, and the source's enumerator its readers. */
enum GateSignal implements SourceEvent {
  /** Every slice has caught up with the gallery. */
  OPEN,
  /** A slice starts anew. Readers start anew with it, and closed, so they need not be told. */
  CLOSED
}
