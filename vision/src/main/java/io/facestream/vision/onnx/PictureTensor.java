package io.facestream.vision.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture as float planes {@code [1, 3, height, width]} in B, G, R and 0…255, in the top-left
 * corner, zeros to the right and below. The buffer is reused from picture to picture.
 */
final class PictureTensor implements AutoCloseable {
  private static final int CHANNELS = 3;

  private final Mat channel = new Mat();
  private final Mat[] planes = new Mat[CHANNELS];
  private FloatBuffer buffer = FloatBuffer.allocate(0);
  private int contentWidth;
  private int contentHeight;
  private int width;
  private int height;

  /**
   * Fills the tensor.
   *
   * @param bgr CV_8UC3, no larger than the tensor
   * @return the tensor's values, valid until the next call
   */
  FloatBuffer fill(Mat bgr, int tensorWidth, int tensorHeight) {
    shape(bgr.cols(), bgr.rows(), tensorWidth, tensorHeight);
    for (int c = 0; c < CHANNELS; c++) {
      opencv_core.extractChannel(bgr, channel, c);
      channel.convertTo(planes[c], opencv_core.CV_32FC1);
    }
    return buffer;
  }

  private void shape(int newContentWidth, int newContentHeight, int newWidth, int newHeight) {
    if (newContentWidth == contentWidth
        && newContentHeight == contentHeight
        && newWidth == width
        && newHeight == height) {
      return;
    }
    contentWidth = newContentWidth;
    contentHeight = newContentHeight;
    width = newWidth;
    height = newHeight;
    closePlanes();
    // Fresh memory is zero, and so is the padding; nothing but the content is ever written.
    buffer =
        ByteBuffer.allocateDirect(CHANNELS * width * height * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    try (FloatPointer values = new FloatPointer(buffer)) {
      for (int c = 0; c < CHANNELS; c++) {
        planes[c] =
            new Mat(
                contentHeight,
                contentWidth,
                opencv_core.CV_32FC1,
                values.getPointer((long) c * width * height),
                (long) width * Float.BYTES);
      }
    }
  }

  private void closePlanes() {
    for (int c = 0; c < CHANNELS; c++) {
      if (planes[c] != null) {
        planes[c].close();
      }
    }
  }

  @Override
  public void close() {
    closePlanes();
    channel.close();
  }
}
