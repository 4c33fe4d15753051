package io.facestream.vision.builtin;

import io.facestream.vision.packs.VisionException;
import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** The cascades that lie inside OpenCV's native jar. */
final class CascadeFile {

  static final String FACE = "haarcascade_frontalface_alt2.xml";
  static final String EYE = "haarcascade_eye.xml";

  private CascadeFile() {}

  /**
   * Unpacks a cascade into JavaCPP's cache; done once per machine.
   *
   * @throws VisionException when the native jar of this platform is not on the class path
   */
  static File locate(String name) {
    // The folder is the same on Linux, macOS and Windows, apart from the platform's name; older
    // Windows jars have etc/ in place of share/opencv4/.
    String jar = "/org/bytedeco/opencv/" + Loader.getPlatform();
    for (String folder : new String[] {"/share/opencv4/haarcascades/", "/etc/haarcascades/"}) {
      try {
        File file = Loader.cacheResource(opencv_objdetect.class, jar + folder + name);
        if (file != null) {
          return file;
        }
      } catch (IOException e) {
        throw new VisionException("Cannot unpack " + name + ": " + e.getMessage(), e);
      }
    }
    throw new VisionException(
        "OpenCV's native jar for "
            + Loader.getPlatform()
            + " is not on the class path or lacks "
            + name
            + "; add org.bytedeco:opencv with that classifier");
  }

  static CascadeClassifier load(File file) {
    CascadeClassifier cascade = new CascadeClassifier(file.getPath());
    if (cascade.empty()) {
      cascade.close();
      throw new VisionException("OpenCV cannot read the cascade " + file + "; delete the file");
    }
    return cascade;
  }
}
