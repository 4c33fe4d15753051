package io.facestream.vision.onnx;

import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.face.LoadedEmbedder;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.VisionException;
import java.util.List;

/** An embedding network of ArcFace's input layout in memory. */
public final class ArcFace implements LoadedEmbedder {
  private final OnnxModel model;
  private final EmbedderModel manifest;
  private final int maxBatch;

  private ArcFace(OnnxModel model, EmbedderModel manifest, int maxBatch) {
    this.model = model;
    this.manifest = manifest;
    this.maxBatch = maxBatch;
  }

  /**
   * Takes over a model and runs it once, so that a wrong file is found out here and not at a face.
   *
   * @param maxBatch how many faces the file takes in one call; 0 is any number
   * @throws VisionException when the model is no embedder of the manifest's dimension
   */
  public static ArcFace load(OnnxModel model, EmbedderModel manifest, int maxBatch) {
    ArcFace loaded = new ArcFace(model, manifest, maxBatch);
    try (FaceEmbedder embedder = loaded.newEmbedder()) {
      embedder.embed(List.of(new byte[FaceAligner.CROP_BYTES]));
      return loaded;
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  @Override
  public FaceEmbedder newEmbedder() {
    return new ArcFaceEmbedder(model, manifest, maxBatch);
  }

  @Override
  public void close() {
    model.close();
  }
}
