package io.facestream.vision.testing;

import io.facestream.vision.picture.QuarterTurn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;

/** What people and cameras do to photos. */
public enum Spoilt {
  UPRIGHT,
  TURNED_90,
  TURNED_180,
  TURNED_270,
  TILTED_20,
  TILTED_MINUS_20,
  TILTED_40,
  TILTED_MINUS_40,
  CUT,
  DARK,
  FOGGY;

  /** A changed copy, the caller's to close. */
  public Mat of(Mat photo) {
    return switch (this) {
      case UPRIGHT -> photo.clone();
      case TURNED_90 -> QuarterTurn.of(photo, 1);
      case TURNED_180 -> QuarterTurn.of(photo, 2);
      case TURNED_270 -> QuarterTurn.of(photo, 3);
      case TILTED_20 -> tilted(photo, 20);
      case TILTED_MINUS_20 -> tilted(photo, -20);
      case TILTED_40 -> tilted(photo, 40);
      case TILTED_MINUS_40 -> tilted(photo, -40);
      case CUT -> upperHalf(photo);
      case DARK -> lit(photo, 0.06, 0);
      case FOGGY -> lit(photo, 0.1, 120);
    };
  }

  private static Mat tilted(Mat photo, double degrees) {
    Mat tilted = new Mat();
    try (Point2f middle = new Point2f(photo.cols() / 2f, photo.rows() / 2f);
        Mat turn = opencv_imgproc.getRotationMatrix2D(middle, degrees, 1)) {
      opencv_imgproc.warpAffine(photo, tilted, turn, photo.size());
    }
    return tilted;
  }

  private static Mat upperHalf(Mat photo) {
    try (Rect half = new Rect(0, 0, photo.cols(), photo.rows() / 2);
        Mat part = new Mat(photo, half)) {
      return part.clone();
    }
  }

  private static Mat lit(Mat photo, double factor, double offset) {
    Mat lit = new Mat();
    photo.convertTo(lit, -1, factor, offset);
    return lit;
  }
}
