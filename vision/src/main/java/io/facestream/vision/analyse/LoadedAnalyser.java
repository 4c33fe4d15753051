package io.facestream.vision.analyse;

/** An analyser's models, loaded once per process; hands out cheap analysers, one per thread. */
public interface LoadedAnalyser extends AutoCloseable {

  /** An analyser for one thread. */
  FaceAnalyser newAnalyser();

  /** Frees the models; analysers made from it must be closed before. */
  @Override
  void close();
}
