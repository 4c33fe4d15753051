package io.facestream.vision;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * One face and its surroundings in a square of constant size, aligned by its landmarks like the
 * crop that is compared, so that neither the face's size nor a tilted head changes a score in it.
 * Thread-confined: its buffers are reused.
 */
final class CloseUp implements AutoCloseable {
  /** Side of the square, pixels; the face takes two fifths of it, as in a portrait. */
  static final int SIDE = 96;

  private static final double SCALE = 0.55;
  // Of the crop: the middle of a detector's box.
  private static final double MIDDLE_X = 56;
  private static final double MIDDLE_Y = 68;

  private final DoublePointer matrix = new DoublePointer(6);
  private final Mat transform = new Mat(2, 3, opencv_core.CV_64FC1, matrix);
  private final Mat square = new Mat(SIDE, SIDE, opencv_core.CV_8UC3);
  private final Size size = new Size(SIDE, SIDE);
  private double[] toSquare = new double[6];
  private final Scalar black = new Scalar(0, 0, 0, 0);

  /** Takes a face out of a picture; what lies outside of the picture is black. */
  void take(Picture picture, DetectedFace face) {
    double[] m = SimilarityTransform.toTemplate(face.landmarks());
    toSquare =
        new double[] {
          SCALE * m[0],
          SCALE * m[1],
          SCALE * (m[2] - MIDDLE_X) + SIDE / 2.0,
          SCALE * m[3],
          SCALE * m[4],
          SCALE * (m[5] - MIDDLE_Y) + SIDE / 2.0
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

  /** What was taken, turned clockwise by so many quarters; the caller closes it. */
  Picture turned(int quarters) {
    return quarters == 0
        ? Picture.of(square.clone())
        : Picture.of(QuarterTurn.of(square, quarters));
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
