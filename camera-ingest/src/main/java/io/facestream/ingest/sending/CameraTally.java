package io.facestream.ingest.sending;

import io.facestream.ingest.metrics.CameraCounters;
import java.util.concurrent.atomic.LongAdder;

/** The running counters of one camera, written by its threads and Kafka's. */
final class CameraTally {
  final LongAdder read = new LongAdder();
  final LongAdder published = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder reconnects = new LongAdder();
  final LongAdder skipped = new LongAdder();
  final LongAdder unchanged = new LongAdder();
  final LongAdder bytes = new LongAdder();

  CameraCounters counters() {
    return new CameraCounters(
        read.sum(),
        published.sum(),
        dropped.sum(),
        refused.sum(),
        failed.sum(),
        reconnects.sum(),
        skipped.sum(),
        unchanged.sum(),
        bytes.sum());
  }
}
