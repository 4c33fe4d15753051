package io.facestream.vision.finder;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.face.SimilarityTransform;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.QuarterTurn;
import java.util.Comparator;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * One face and its surroundings in a square of constant size, aligned by its landmarks like the
 * crop that is compared, so that neither the face's size nor a tilted head changes what a detector
 * says of it. Thread-confined: its buffers are reused.
 */
final class CloseUp implements AutoCloseable {
  // Of the crop: the middle of a detector's box.
  private static final double MIDDLE_X = 56;
  private static final double MIDDLE_Y = 68;

  private final FaceDetector detector;
  private final int side;
  private final double scale;
  private final DoublePointer matrix = new DoublePointer(6);
  private final Mat transform = new Mat(2, 3, opencv_core.CV_64FC1, matrix);
  private final Mat square;
  private final Size size;
  private final Scalar black = new Scalar(0, 0, 0, 0);
  private double[] toSquare = new double[6];

  /**
   * @param detector stays the caller's to close
   * @param side of the square, pixels
   * @param scale pixels of the square for each of the crop, along a side
   */
  CloseUp(FaceDetector detector, int side, double scale) {
    this.detector = detector;
    this.side = side;
    this.scale = scale;
    this.square = new Mat(side, side, opencv_core.CV_8UC3);
    this.size = new Size(side, side);
  }

  /**
   * Takes a face out of a picture; what lies outside of the picture is black.
   *
   * @param landmarks of the face, in pixels of the picture as published
   */
  void take(Picture picture, float[] landmarks) {
    double[] m = SimilarityTransform.toTemplate(landmarks);
    toSquare =
        new double[] {
          scale * m[0],
          scale * m[1],
          scale * (m[2] - MIDDLE_X) + side / 2.0,
          scale * m[3],
          scale * m[4],
          scale * (m[5] - MIDDLE_Y) + side / 2.0
        };
    matrix.put(SimilarityTransform.fromReduced(toSquare, picture.reduction()));
    opencv_imgproc.warpAffine(
        picture.mat(),
        square,
        transform,
        size,
        opencv_imgproc.INTER_LINEAR,
        opencv_core.BORDER_CONSTANT,
        black);
  }

  /**
   * The face in the middle of what was taken, in pixels of the square; null when the detector sees
   * none there.
   *
   * @param quarters by which the square is turned clockwise first
   */
  DetectedFace seen(int quarters) {
    try (Picture turned =
        Picture.of(quarters == 0 ? square.clone() : QuarterTurn.of(square, quarters))) {
      return detector.detect(turned).stream()
          .filter(face -> holdsTheMiddle(face.box()))
          .max(Comparator.comparingDouble(DetectedFace::score))
          .orElse(null);
    }
  }

  private boolean holdsTheMiddle(PixelBox box) {
    float middle = side / 2f;
    return box.x() < middle
        && box.x() + box.width() > middle
        && box.y() < middle
        && box.y() + box.height() > middle;
  }

  /** Points of the square, as it was taken, in pixels of the picture as published. */
  float[] inPicture(float[] points) {
    double a = toSquare[0];
    double b = toSquare[3];
    double squared = a * a + b * b;
    float[] back = new float[points.length];
    for (int i = 0; i < points.length; i += 2) {
      double x = points[i] - toSquare[2];
      double y = points[i + 1] - toSquare[5];
      back[i] = (float) ((a * x + b * y) / squared);
      back[i + 1] = (float) ((a * y - b * x) / squared);
    }
    return back;
  }

  @Override
  public void close() {
    transform.close();
    matrix.close();
    square.close();
    size.close();
    black.close();
  }
}
