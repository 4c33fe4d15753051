package io.facestream.vision.face;

import io.facestream.vision.natives.Natives;
import io.facestream.vision.picture.Picture;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Turns a face upright and to 112×112. Thread-confined: its buffers are reused. */
public final class FaceAligner implements AutoCloseable {
  /** Side of an aligned face, pixels. */
  public static final int CROP_SIDE = 112;

  /** Bytes of an aligned face: 112 rows of 112 pixels of B, G, R. */
  public static final int CROP_BYTES = CROP_SIDE * CROP_SIDE * 3;

  static {
    Natives.prepare();
  }

  private final DoublePointer matrix = new DoublePointer(6);
  private final Mat transform = new Mat(2, 3, opencv_core.CV_64FC1, matrix);
  private final BytePointer pixels = new BytePointer(CROP_BYTES);
  private final Mat crop = new Mat(CROP_SIDE, CROP_SIDE, opencv_core.CV_8UC3, pixels);
  private final Size size = new Size(CROP_SIDE, CROP_SIDE);
  private final Scalar black = new Scalar(0, 0, 0, 0);

  /**
   * Cuts out an aligned face.
   *
   * @param landmarks five points as in {@link DetectedFace}, in pixels of the picture as published
   * @return {@value #CROP_BYTES} bytes; what lies outside of the picture is black
   */
  public byte[] align(Picture picture, float[] landmarks) {
    matrix.put(
        SimilarityTransform.fromReduced(
            SimilarityTransform.toTemplate(landmarks), picture.reduction()));
    opencv_imgproc.warpAffine(
        picture.mat(),
        crop,
        transform,
        size,
        opencv_imgproc.INTER_LINEAR,
        opencv_core.BORDER_CONSTANT,
        black);
    byte[] bytes = new byte[CROP_BYTES];
    pixels.get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    crop.close();
    transform.close();
    pixels.close();
    matrix.close();
    size.close();
    black.close();
  }
}
