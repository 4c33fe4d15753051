package io.facestream.vision.finder;

import io.facestream.vision.picture.Picture;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A whole picture in a few grey pixels: enough to tell whether it goes on from the one before.
 * Thread-confined: its buffers are reused.
 */
public final class Thumbnail implements AutoCloseable {
  /** Side of a thumbnail, pixels, whatever shape the picture has. */
  public static final int SIDE = 32;

  /**
   * Of these, spread over the picture, the thumbnail is made: to read all takes ten times longer.
   */
  private static final int SAMPLED_SIDE = 4 * SIDE;

  private final Size sampledSize = new Size(SAMPLED_SIDE, SAMPLED_SIDE);
  private final Size size = new Size(SIDE, SIDE);
  private final Mat sampled = new Mat();
  private final Mat small = new Mat();
  private final BytePointer pixels = new BytePointer((long) SIDE * SIDE);
  private final Mat grey = new Mat(SIDE, SIDE, opencv_core.CV_8UC1, pixels);

  Thumbnail() {}

  /** {@code byte[32*32]}, row-major, unsigned. */
  byte[] of(Picture picture) {
    opencv_imgproc.resize(picture.mat(), sampled, sampledSize, 0, 0, opencv_imgproc.INTER_LINEAR);
    opencv_imgproc.resize(sampled, small, size, 0, 0, opencv_imgproc.INTER_AREA);
    opencv_imgproc.cvtColor(small, grey, opencv_imgproc.COLOR_BGR2GRAY);
    byte[] bytes = new byte[SIDE * SIDE];
    pixels.get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    grey.close();
    pixels.close();
    small.close();
    sampled.close();
    size.close();
    sampledSize.close();
  }
}
