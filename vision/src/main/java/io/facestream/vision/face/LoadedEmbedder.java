package io.facestream.vision.face;

/** An embedder's model, loaded once per process; hands out cheap embedders, one per thread. */
public interface LoadedEmbedder extends AutoCloseable {

  /** An embedder for one thread. */
  FaceEmbedder newEmbedder();

  /** Frees the model; embedders made from it must be closed before. */
  @Override
  void close();
}
