package io.facestream.vision;

/** A detector's model, loaded once per process; hands out cheap detectors, one per thread. */
public interface LoadedDetector extends AutoCloseable {

  /** A detector for one thread. */
  FaceDetector newDetector(FinderOptions options);

  /** Frees the model; detectors made from it must be closed before. */
  @Override
  void close();
}
