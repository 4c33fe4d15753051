package io.facestream.ingest.metrics;

/** A camera at work, as metrics see it. */
public interface MeteredCamera {
  /** Its id, as in the list of cameras. */
  String id();

  /** A word for the metrics: ended, away, or kept waiting by Kafka; empty when all is well. */
  String state();

  /** What became of its pictures so far. */
  CameraCounters counters();
}
