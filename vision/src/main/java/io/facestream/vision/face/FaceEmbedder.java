package io.facestream.vision.face;

import java.util.List;

/** Turns aligned faces into vectors. Thread-confined: one per thread; the model is shared. */
public interface FaceEmbedder extends AutoCloseable {

  /** Which model answers; only vectors of one model can be compared with each other. */
  String modelId();

  /** Length of a vector. */
  int dimension();

  /**
   * Embeds aligned faces. A face's vector does not depend on the other faces of the call.
   *
   * @param alignedCrops each {@value FaceAligner#CROP_BYTES} bytes: 112 rows of 112 pixels, B, G, R
   * @return one row per crop, {@code float[dimension]}, of length 1, so that a dot product is a
   *     cosine
   */
  float[][] embed(List<byte[]> alignedCrops);

  @Override
  void close();
}
