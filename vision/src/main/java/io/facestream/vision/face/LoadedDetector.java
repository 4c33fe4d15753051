package io.facestream.vision.face;

/** A detector's model, loaded once per process; hands out cheap detectors, one per thread. */
public interface LoadedDetector extends AutoCloseable {

  /**
   * A detector for one thread.
   *
   * @param longSide the picture's longer side is reduced to this before detection, pixels; 0
   *     detects at the picture's own size. Smaller pictures are never enlarged
   * @param minScore detections below this confidence are dropped, 0…1
   */
  FaceDetector newDetector(int longSide, double minScore);

  /** Frees the model; detectors made from it must be closed before. */
  @Override
  void close();
}
