package io.facestream.vision;

import io.facestream.vision.face.FaceEmbedder;
import java.util.List;

/** Keeps the shared models alive until its user closes it. */
final class SharedEmbedder implements FaceEmbedder {
  private final FaceEmbedder embedder;
  private final Runnable giveBack;
  private boolean closed;

  SharedEmbedder(FaceEmbedder embedder, Runnable giveBack) {
    this.embedder = embedder;
    this.giveBack = giveBack;
  }

  @Override
  public String modelId() {
    return embedder.modelId();
  }

  @Override
  public int dimension() {
    return embedder.dimension();
  }

  @Override
  public float[][] embed(List<byte[]> alignedCrops) {
    return embedder.embed(alignedCrops);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      embedder.close();
      giveBack.run();
    }
  }
}
