package io.facestream.vision.analyse;

import io.facestream.vision.packs.AnalyserModel;
import java.util.List;

/** Tells something from a face. Thread-confined: one per thread; the models are shared. */
public interface FaceAnalyser extends AutoCloseable {

  /** What it is, and which crops it needs. */
  AnalyserModel model();

  /**
   * Looks at a face. The same crops give the same values.
   *
   * @param crops of the face; others than this analyser's are passed over
   * @throws IllegalArgumentException when a crop that it needs is not among them
   * @throws io.facestream.vision.packs.VisionException when a network does not run
   */
  Analysis analyse(List<AnalyserCrop> crops);

  @Override
  void close();
}
