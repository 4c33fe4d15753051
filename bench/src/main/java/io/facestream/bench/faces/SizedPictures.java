package io.facestream.bench.faces;

import io.facestream.vision.natives.Natives;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures at another width, encoded anew. */
public final class SizedPictures {
  private static final int JPEG_QUALITY = 90;

  static {
    Natives.prepare();
  }

  private SizedPictures() {}

  /**
   * Encodes pictures at a width; their height follows.
   *
   * @param format {@code jpg}, of quality {@value #JPEG_QUALITY}, or {@code png}
   * @param flags further settings of OpenCV's encoder, in pairs
   */
  public static List<byte[]> of(List<byte[]> pictures, int width, String format, int... flags) {
    return pictures.stream().map(picture -> encode(picture, width, format, flags)).toList();
  }

  private static byte[] encode(byte[] picture, int width, String format, int... flags) {
    try (Mat whole = decode(picture);
        Mat sized = new Mat();
        Size size = new Size(width, width * whole.rows() / whole.cols());
        IntPointer how = new IntPointer(settings(format, flags));
        BytePointer encoded = new BytePointer()) {
      opencv_imgproc.resize(whole, sized, size, 0, 0, opencv_imgproc.INTER_AREA);
      opencv_imgcodecs.imencode("." + format, sized, encoded, how);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  private static int[] settings(String format, int... flags) {
    IntStream quality =
        format.equals("jpg")
            ? IntStream.of(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY)
            : IntStream.empty();
    return IntStream.concat(quality, IntStream.of(flags)).toArray();
  }

  private static Mat decode(byte[] picture) {
    try (BytePointer bytes = new BytePointer(picture);
        Mat raw = new Mat(1, picture.length, opencv_core.CV_8UC1, bytes)) {
      return opencv_imgcodecs.imdecode(raw, opencv_imgcodecs.IMREAD_COLOR);
    }
  }
}
