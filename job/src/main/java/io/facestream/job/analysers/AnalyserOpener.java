package io.facestream.job.analysers;

import io.facestream.vision.Analysers;
import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.packs.AnalyserModel;
import java.io.Serializable;
import java.nio.file.Path;

/** Loads an analyser, on the machine that runs it. */
@FunctionalInterface
public interface AnalyserOpener extends Serializable {
  /**
   * Loads it.
   *
   * @throws io.facestream.vision.packs.VisionException when it cannot be loaded
   */
  FaceAnalyser open(AnalyserModel model);

  /**
   * From files.
   *
   * @param modelsDirOrNull folder of model files; null for the usual places
   */
  static AnalyserOpener fromFiles(String modelsDirOrNull) {
    return model ->
        Analysers.open(model, modelsDirOrNull == null ? null : Path.of(modelsDirOrNull));
  }
}
