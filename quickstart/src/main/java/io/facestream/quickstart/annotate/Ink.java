package io.facestream.quickstart.annotate;

import io.facestream.wire.Face;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Colours by what became of a face. OpenCV counts blue, green, red. */
enum Ink {
  MATCH(60, 160, 40, 255),
  UNKNOWN(150, 150, 150, 0),
  REJECTED(60, 60, 210, 255),
  CAPTION(40, 40, 40, 230);

  private final int blue;
  private final int green;
  private final int red;
  private final int letterGrey;

  Ink(int blue, int green, int red, int letterGrey) {
    this.blue = blue;
    this.green = green;
    this.red = red;
    this.letterGrey = letterGrey;
  }

  /** Green for a match, grey for somebody unknown, red for a face that was not searched. */
  static Ink of(Face face) {
    if (face.match() != null) {
      return MATCH;
    }
    return FaceLabel.wasSearched(face) ? UNKNOWN : REJECTED;
  }

  Scalar colour() {
    return new Scalar(blue, green, red, 0);
  }

  Scalar letters() {
    return new Scalar(letterGrey, letterGrey, letterGrey, 0);
  }
}
