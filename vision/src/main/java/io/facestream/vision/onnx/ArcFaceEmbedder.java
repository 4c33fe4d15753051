package io.facestream.vision.onnx;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.VisionException;
import java.util.List;

/** Embeds aligned faces with a network of ArcFace's input layout. */
public final class ArcFaceEmbedder implements FaceEmbedder {
  /** Larger batches were not faster on one thread, and cost memory. */
  private static final int LARGEST_BATCH = 8;

  private final EmbedderModel manifest;
  private final String source;
  private final int batch;
  private final Predictor<List<byte[]>, float[][]> predictor;

  /**
   * An embedder on a loaded model, which stays the caller's to close.
   *
   * @param maxBatch how many faces the file takes in one call; 0 is any number
   */
  public ArcFaceEmbedder(OnnxModel model, EmbedderModel manifest, int maxBatch) {
    this.manifest = manifest;
    this.source = model.source();
    this.batch = maxBatch > 0 ? Math.min(maxBatch, LARGEST_BATCH) : LARGEST_BATCH;
    this.predictor = model.newPredictor(new ArcFaceTranslator(source, manifest, batch));
  }

  @Override
  public String modelId() {
    return manifest.modelId();
  }

  @Override
  public int dimension() {
    return manifest.dimension();
  }

  @Override
  public float[][] embed(List<byte[]> alignedCrops) {
    float[][] rows = new float[alignedCrops.size()][];
    for (int from = 0; from < rows.length; from += batch) {
      int to = Math.min(rows.length, from + batch);
      float[][] some = predict(alignedCrops.subList(from, to));
      System.arraycopy(some, 0, rows, from, to - from);
    }
    return rows;
  }

  private float[][] predict(List<byte[]> crops) {
    try {
      return predictor.predict(crops);
    } catch (TranslateException e) {
      if (e.getCause() instanceof VisionException
          || e.getCause() instanceof IllegalArgumentException) {
        throw (RuntimeException) e.getCause();
      }
      throw new VisionException(source + " does not run as an embedder: " + OnnxModel.reason(e), e);
    }
  }

  @Override
  public void close() {
    predictor.close();
  }
}
