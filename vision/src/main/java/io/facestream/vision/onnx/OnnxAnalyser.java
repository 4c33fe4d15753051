package io.facestream.vision.onnx;

import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.analyse.LoadedAnalyser;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.VisionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The networks of an analyser in memory. */
public final class OnnxAnalyser implements LoadedAnalyser {
  private final AnalyserModel manifest;
  private final List<OnnxModel> networks;

  private OnnxAnalyser(AnalyserModel manifest, List<OnnxModel> networks) {
    this.manifest = manifest;
    this.networks = networks;
  }

  /**
   * Loads its files and runs each once, so that a wrong file or declaration is found out here and
   * not at a face.
   *
   * @param files one for each of its networks
   * @throws VisionException when they are not what is declared
   */
  public static OnnxAnalyser load(AnalyserModel manifest, List<Path> files) {
    OnnxAnalyser loaded = new OnnxAnalyser(manifest, new ArrayList<>());
    try {
      for (Path file : files) {
        loaded.networks.add(OnnxModel.load(file));
      }
      try (OnnxFaceAnalyser analyser = new OnnxFaceAnalyser(manifest, loaded.networks)) {
        analyser.probe();
      }
      return loaded;
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  @Override
  public FaceAnalyser newAnalyser() {
    return new OnnxFaceAnalyser(manifest, networks);
  }

  @Override
  public void close() {
    networks.forEach(OnnxModel::close);
  }
}
