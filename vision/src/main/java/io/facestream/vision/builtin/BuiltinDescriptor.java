package io.facestream.vision.builtin;

import io.facestream.vision.face.LoadedEmbedder;
import io.facestream.vision.onnx.ArcFace;
import io.facestream.vision.onnx.OnnxModel;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.VisionException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The descriptor that comes with the program, run like any embedder that was downloaded. A
 * generator among the tests writes its file.
 */
public final class BuiltinDescriptor {

  private static final String FILE = "descriptor.onnx";
  private static final int ANY_BATCH = 0;

  private BuiltinDescriptor() {}

  /**
   * Loads the network from the class path.
   *
   * @throws VisionException when the program was packed without its file, or with a damaged one
   */
  public static LoadedEmbedder load(EmbedderModel manifest) {
    OnnxModel model = OnnxModel.load(onnx(), manifest.modelId());
    return ArcFace.load(model, manifest, ANY_BATCH);
  }

  private static byte[] onnx() {
    try (InputStream in = BuiltinDescriptor.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new VisionException("The resource " + FILE + " is missing; build again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new VisionException("The resource " + FILE + " cannot be read; build again", e);
    }
  }
}
