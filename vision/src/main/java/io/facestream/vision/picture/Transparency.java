package io.facestream.vision.picture;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Lays a picture on plain grey, so that nothing is found in it that no viewer shows: what an editor
 * erases is often still there below full transparency.
 */
final class Transparency {
  private static final double GREY = 128;
  private static final double DEEP = 257;
  private static final int ALPHA = 3;

  private Transparency() {}

  /**
   * @param stored what OpenCV decodes unchanged: 1, 3 or 4 channels of 8 or 16 bits; closed
   * @return CV_8UC3 in B, G, R
   */
  static Mat flatten(Mat stored) {
    Mat shallow = toEightBits(stored);
    if (shallow.channels() == 3) {
      return shallow;
    }
    Mat colours = new Mat();
    if (shallow.channels() == 1) {
      opencv_imgproc.cvtColor(shallow, colours, opencv_imgproc.COLOR_GRAY2BGR);
    } else {
      opencv_imgproc.cvtColor(shallow, colours, opencv_imgproc.COLOR_BGRA2BGR);
      blend(colours, shallow);
    }
    shallow.close();
    return colours;
  }

  private static Mat toEightBits(Mat stored) {
    if (stored.depth() != opencv_core.CV_16U) {
      return stored;
    }
    Mat eightBits = new Mat();
    stored.convertTo(eightBits, opencv_core.CV_8U, 1 / DEEP, 0);
    stored.close();
    return eightBits;
  }

  private static void blend(Mat colours, Mat withAlpha) {
    try (Mat alpha = new Mat();
        Mat opacity = new Mat();
        Mat ground = new Mat(colours.size(), colours.type(), Scalar.all(GREY));
        MatVector three = new MatVector()) {
      opencv_core.extractChannel(withAlpha, alpha, ALPHA);
      three.push_back(alpha).push_back(alpha).push_back(alpha);
      opencv_core.merge(three, opacity);
      opencv_core.multiply(colours, opacity, colours, 1 / 255.0, -1);
      opencv_core.bitwise_not(opacity, opacity);
      opencv_core.multiply(ground, opacity, ground, 1 / 255.0, -1);
      opencv_core.add(colours, ground, colours);
    }
  }
}
