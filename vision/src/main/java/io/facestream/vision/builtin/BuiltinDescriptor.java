package io.facestream.vision.builtin;

import io.facestream.vision.EmbedderModel;
import io.facestream.vision.LoadedEmbedder;
import io.facestream.vision.onnx.ArcFace;
import io.facestream.vision.onnx.OnnxModel;

/** The generated descriptor, run like any embedder that came as a file. */
public final class BuiltinDescriptor {

  private static final int ANY_BATCH = 0;

  private BuiltinDescriptor() {}

  /** Writes the network into memory and loads it. */
  public static LoadedEmbedder load(EmbedderModel manifest) {
    OnnxModel model = OnnxModel.load(DescriptorNetwork.onnx(), manifest.modelId());
    return ArcFace.load(model, manifest, ANY_BATCH);
  }
}
