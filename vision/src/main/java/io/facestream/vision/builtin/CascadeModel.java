package io.facestream.vision.builtin;

import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.LoadedDetector;
import io.facestream.vision.natives.Natives;
import io.facestream.vision.packs.DetectorModel;
import java.io.File;

/** OpenCV's frontal face and eye cascades (Viola and Jones 2001; Lienhart and Maydt 2002). */
public final class CascadeModel implements LoadedDetector {

  private final DetectorModel manifest;
  private final File face;
  private final File eye;

  private CascadeModel(DetectorModel manifest, File face, File eye) {
    this.manifest = manifest;
    this.face = face;
    this.eye = eye;
  }

  /**
   * Unpacks the cascades.
   *
   * @throws io.facestream.vision.packs.VisionException when OpenCV's native jar lacks them
   */
  public static CascadeModel load(DetectorModel manifest) {
    Natives.prepare();
    return new CascadeModel(
        manifest, CascadeFile.locate(CascadeFile.FACE), CascadeFile.locate(CascadeFile.EYE));
  }

  @Override
  public FaceDetector newDetector(int longSide, double minScore) {
    // A cascade keeps the picture it works on, so each thread needs its own.
    return new CascadeDetector(
        manifest.modelId(), longSide, minScore, CascadeFile.load(face), CascadeFile.load(eye));
  }

  @Override
  public void close() {
    // Nothing but files.
  }
}
