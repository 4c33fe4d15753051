package io.facestream.vision.picture;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture, or a part of it, as a JPEG to show. What comes out is encoded anew, upright, so
 * nothing that a camera wrote beside the pixels (place, time, its number) goes out with it.
 */
public final class JpegCopy {
  /** Of 1 to 100, as libjpeg counts: artefacts are not seen. */
  private static final int QUALITY = 90;

  private JpegCopy() {}

  /** All of a picture as it was decoded. */
  public static byte[] of(Picture picture) {
    return encode(picture.mat());
  }

  /**
   * A part of a picture, made smaller where it is larger than asked for, never larger.
   *
   * @param part in decoded pixels, within the picture
   * @param longestSide of what comes out, pixels
   */
  public static byte[] of(Picture picture, PixelArea part, int longestSide) {
    try (Rect area = new Rect(part.left(), part.top(), part.width(), part.height());
        Mat seen = new Mat(picture.mat(), area)) {
      double scale = (double) longestSide / Math.max(part.width(), part.height());
      return scale < 1 ? smaller(seen, scale) : encode(seen);
    }
  }

  private static byte[] smaller(Mat pixels, double scale) {
    int width = (int) Math.max(1, Math.round(pixels.cols() * scale));
    int height = (int) Math.max(1, Math.round(pixels.rows() * scale));
    try (Mat small = new Mat();
        Size size = new Size(width, height)) {
      resize(pixels, small, size, 0, 0, INTER_AREA);
      return encode(small);
    }
  }

  private static byte[] encode(Mat pixels) {
    try (BytePointer jpeg = new BytePointer();
        IntPointer settings = new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY)) {
      imencode(".jpg", pixels, jpeg, settings);
      byte[] bytes = new byte[(int) jpeg.limit()];
      jpeg.get(bytes);
      return bytes;
    }
  }
}
