package io.facestream.vision;

import io.facestream.vision.builtin.BuiltinDescriptor;
import io.facestream.vision.builtin.CascadeModel;
import io.facestream.vision.face.LoadedDetector;
import io.facestream.vision.face.LoadedEmbedder;
import io.facestream.vision.onnx.ArcFace;
import io.facestream.vision.onnx.OnnxModel;
import io.facestream.vision.onnx.YuNet;
import io.facestream.vision.packs.DetectorModel;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.store.LocatedFile;
import io.facestream.vision.store.ModelStore;

/**
 * The loaded models of one pack, and the one place that knows which code runs which kind of model.
 */
record PackModels(LoadedDetector detector, LoadedEmbedder embedder) implements AutoCloseable {

  /** Loads a pack. */
  static PackModels load(ModelPack pack, PackFiles files) {
    LoadedDetector detector = detector(pack.detector(), files.detector());
    try {
      return new PackModels(detector, embedder(pack.embedder(), files.embedder()));
    } catch (RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  private static LoadedDetector detector(DetectorModel manifest, LocatedFile file) {
    return switch (manifest.kind()) {
      case "yunet" -> YuNet.load(manifest, file.path());
      case "builtin-cascade" -> CascadeModel.load(manifest);
      default -> throw unknownKind("detector", manifest.kind());
    };
  }

  private static LoadedEmbedder embedder(EmbedderModel manifest, LocatedFile file) {
    return switch (manifest.kind()) {
      case "arcface-onnx" ->
          ArcFace.load(OnnxModel.load(file.path()), manifest, file.model().maxBatch());
      case "builtin-descriptor" -> BuiltinDescriptor.load(manifest);
      default -> throw unknownKind("embedder", manifest.kind());
    };
  }

  private static VisionException unknownKind(String what, String kind) {
    return new VisionException(
        "No code here runs a " + what + " of kind '" + kind + "': correct the pack's manifest");
  }

  @Override
  public void close() {
    detector.close();
    embedder.close();
  }

  /** The files of a pack, found and checked; null where its kind needs none. */
  record PackFiles(LocatedFile detector, LocatedFile embedder) {

    static PackFiles locate(ModelPack pack, ModelStore store) {
      return new PackFiles(
          pack.detector().files().isEmpty() ? null : store.require(pack.detector().files()),
          pack.embedder().files().isEmpty() ? null : store.require(pack.embedder().files()));
    }
  }
}
