package io.facestream.vision.onnx;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.packs.DetectorModel;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.picture.Picture;
import java.util.List;

/** Finds faces with YuNet (Y. Feng et al., "Detect Faces Efficiently", 2021). */
public final class YuNetDetector implements FaceDetector {
  private final String modelId;
  private final String source;
  private final YuNetTranslator translator;
  private final Predictor<Picture, List<DetectedFace>> predictor;

  /** A detector on a loaded model, which stays the caller's to close. */
  public YuNetDetector(OnnxModel model, DetectorModel manifest, int longSide, double minScore) {
    modelId = manifest.modelId();
    source = model.source();
    translator = new YuNetTranslator(source, manifest.fixedSide(), longSide, minScore);
    predictor = model.newPredictor(translator);
  }

  @Override
  public String modelId() {
    return modelId;
  }

  @Override
  public List<DetectedFace> detect(Picture picture) {
    try {
      return predictor.predict(picture);
    } catch (TranslateException e) {
      if (e.getCause() instanceof VisionException ours) {
        throw ours;
      }
      throw new VisionException(
          source + " does not run as a YuNet detector: " + OnnxModel.reason(e), e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    translator.close();
  }
}
