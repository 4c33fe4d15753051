package io.facestream.vision.analyse;

import io.facestream.vision.face.PixelBox;
import io.facestream.vision.packs.CropKind;
import io.facestream.vision.packs.CropShape;
import io.facestream.vision.picture.Picture;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Takes the crops that analysers need out of a picture. Thread-confined: a buffer is reused. */
public final class CropTaker implements AutoCloseable {
  private final Mat crop = new Mat();

  /**
   * By how much the picture may be reduced for this crop: 8, 4, 2 or 1. A square is not to be
   * enlarged; surroundings are taken from the pixels as published.
   *
   * @param box in pixels of the picture as published
   */
  public static int mostReduction(CropShape shape, PixelBox box) {
    if (shape.kind() == CropKind.SURROUNDINGS) {
      return 1;
    }
    double side = shape.factor() * Math.max(box.width(), box.height());
    int reduction = 8;
    while (reduction > 1 && side / reduction < Math.max(shape.width(), shape.height())) {
      reduction /= 2;
    }
    return reduction;
  }

  /**
   * Takes one.
   *
   * @param picture reduced by no more than {@link #mostReduction}
   * @param box of the face, in pixels of the picture as published
   */
  public AnalyserCrop take(Picture picture, PixelBox box, CropShape shape) {
    CropPlace place =
        CropPlace.of(shape, reduced(box, picture.reduction()), picture.width(), picture.height());
    try (Mat part = part(picture.mat(), place);
        Size size = new Size(shape.width(), shape.height())) {
      boolean smaller = part.cols() > shape.width();
      boolean plain = shape.kind() == CropKind.SURROUNDINGS || !smaller;
      opencv_imgproc.resize(
          part, crop, size, 0, 0, plain ? opencv_imgproc.INTER_LINEAR : opencv_imgproc.INTER_AREA);
    }
    byte[] pixels = new byte[shape.bytes()];
    crop.data().get(pixels);
    return new AnalyserCrop(shape, place.reached(), pixels);
  }

  private static PixelBox reduced(PixelBox box, int reduction) {
    return new PixelBox(
        box.x() / reduction,
        box.y() / reduction,
        box.width() / reduction,
        box.height() / reduction);
  }

  /** A view of the picture, or a copy with black around where it sticks out. */
  private static Mat part(Mat picture, CropPlace place) {
    int left = Math.max(0, place.left());
    int top = Math.max(0, place.top());
    int right = Math.min(picture.cols(), place.left() + place.width());
    int bottom = Math.min(picture.rows(), place.top() + place.height());
    boolean whole = right - left == place.width() && bottom - top == place.height();
    if (whole) {
      try (Rect within = new Rect(left, top, right - left, bottom - top)) {
        return new Mat(picture, within);
      }
    }
    try (Scalar black = new Scalar(0, 0, 0, 0)) {
      Mat padded = new Mat(place.height(), place.width(), opencv_core.CV_8UC3, black);
      if (right > left && bottom > top) {
        copy(picture, left, top, right - left, bottom - top, padded, place);
      }
      return padded;
    }
  }

  private static void copy(
      Mat from, int left, int top, int width, int height, Mat to, CropPlace place) {
    try (Rect source = new Rect(left, top, width, height);
        Rect target = new Rect(left - place.left(), top - place.top(), width, height);
        Mat seen = new Mat(from, source);
        Mat room = new Mat(to, target)) {
      seen.copyTo(room);
    }
  }

  @Override
  public void close() {
    crop.close();
  }
}
