package io.facestream.vision.onnx;

import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.LoadedDetector;
import io.facestream.vision.packs.DetectorModel;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.picture.Picture;
import java.nio.file.Path;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A YuNet model in memory. */
public final class YuNet implements LoadedDetector {
  private static final int PROBE_SIDE = 64;

  private final OnnxModel model;
  private final DetectorModel manifest;

  private YuNet(OnnxModel model, DetectorModel manifest) {
    this.model = model;
    this.manifest = manifest;
  }

  /**
   * Loads a YuNet file and runs it once, so that a wrong file is found out here and not at a frame.
   *
   * @throws VisionException when the file is no YuNet
   */
  public static YuNet load(DetectorModel manifest, Path file) {
    YuNet loaded = new YuNet(OnnxModel.load(file), manifest);
    try {
      loaded.probe();
      return loaded;
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  private void probe() {
    try (FaceDetector detector = newDetector(0, 1);
        Scalar grey = Scalar.all(128);
        Picture picture = Picture.of(new Mat(PROBE_SIDE, PROBE_SIDE, opencv_core.CV_8UC3, grey))) {
      detector.detect(picture);
    }
  }

  @Override
  public FaceDetector newDetector(int longSide, double minScore) {
    return new YuNetDetector(model, manifest, longSide, minScore);
  }

  @Override
  public void close() {
    model.close();
  }
}
