package io.facestream.job.synthetic;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A head cut out of a portrait of 250×250 pixels as LFW has them, with a soft edge, to be laid over
 * a background.
 */
final class Cutout implements AutoCloseable {
  /** A face of LFW from ear to ear, pixels. */
  static final double FACE_WIDTH = 95;

  private static final int SIDE = 250;
  private static final int HALF_WIDTH = 72;
  private static final int HALF_HEIGHT = 96;
  private static final double EDGE = 6;
  private static final int CHANNELS = 4;

  /** Blue, green and red times the fourth channel, which is how much of the head is there, 0…1. */
  private final Mat head;

  /**
   * @param portrait as JPEG or PNG
   */
  Cutout(byte[] portrait) {
    try (Mat encoded = new Mat(new BytePointer(portrait), false);
        Mat picture = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR);
        Mat colours = new Mat();
        Mat mask = new Mat(SIDE, SIDE, opencv_core.CV_32FC1, new Scalar(0))) {
      opencv_imgproc.resize(picture, picture, new Size(SIDE, SIDE));
      picture.convertTo(colours, opencv_core.CV_32FC3);
      opencv_imgproc.ellipse(
          mask,
          new Point(SIDE / 2, SIDE / 2),
          new Size(HALF_WIDTH, HALF_HEIGHT),
          0,
          0,
          360,
          new Scalar(1),
          opencv_imgproc.FILLED,
          opencv_imgproc.LINE_8,
          0);
      opencv_imgproc.GaussianBlur(mask, mask, new Size(0, 0), EDGE);
      head = new Mat();
      try (MatVector channels = new MatVector()) {
        opencv_core.split(colours, channels);
        for (int i = 0; i < CHANNELS - 1; i++) {
          opencv_core.multiply(channels.get(i), mask, channels.get(i));
        }
        channels.push_back(mask);
        opencv_core.merge(channels, head);
      }
    }
  }

  /**
   * How it looks in a picture.
   *
   * @return square, of four channels as {@link #head}, its middle being that of the face
   */
  Patch as(Look look) {
    double scale = look.faceWidth() / FACE_WIDTH;
    int reach = (int) Math.ceil(SIDE * scale / 2 + look.blurPixels() + 3 * look.softPixels()) + 2;
    int side = 2 * reach + 1;
    try (Mat small = new Mat();
        Mat placed = new Mat();
        Point2f middle = new Point2f((float) (SIDE * scale / 2), (float) (SIDE * scale / 2));
        Mat turn = opencv_imgproc.getRotationMatrix2D(middle, look.rollDegrees(), 1)) {
      opencv_imgproc.resize(head, small, new Size(), scale, scale, opencv_imgproc.INTER_AREA);
      // A head that turns away is narrower.
      var indexer = turn.createIndexer();
      double shift = reach - SIDE * scale / 2;
      indexer.putDouble(new long[] {0, 0}, look.narrowed() * indexer.getDouble(0, 0));
      indexer.putDouble(new long[] {0, 1}, look.narrowed() * indexer.getDouble(0, 1));
      indexer.putDouble(
          new long[] {0, 2},
          look.narrowed() * (indexer.getDouble(0, 2) - middle.x()) + middle.x() + shift);
      indexer.putDouble(new long[] {1, 2}, indexer.getDouble(1, 2) + shift);
      indexer.release();
      opencv_imgproc.warpAffine(small, placed, turn, new Size(side, side));
      blur(placed, look);
      float[] values = new float[side * side * CHANNELS];
      new FloatPointer(placed.data()).get(values);
      return new Patch(side, values);
    }
  }

  private static void blur(Mat placed, Look look) {
    int length = (int) Math.round(look.blurPixels());
    if (length > 1) {
      try (Mat line = new Mat(1, length, opencv_core.CV_32FC1, new Scalar(1.0 / length))) {
        opencv_imgproc.filter2D(placed, placed, -1, line);
      }
    }
    if (look.softPixels() > 0.2) {
      opencv_imgproc.GaussianBlur(placed, placed, new Size(0, 0), look.softPixels());
    }
  }

  /**
   * How a head is seen.
   *
   * @param faceWidth pixels
   * @param rollDegrees tilt
   * @param narrowed share of the width that is left, as of a head that is turned
   * @param blurPixels how far it moved while the picture was taken
   * @param softPixels of the lens, sigma
   */
  record Look(
      double faceWidth,
      double rollDegrees,
      double narrowed,
      double blurPixels,
      double softPixels) {}

  /**
   * Pixels to be laid over others.
   *
   * @param values side × side × 4
   */
  record Patch(int side, float[] values) {}

  @Override
  public void close() {
    head.close();
  }
}
