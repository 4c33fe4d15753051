package io.facestream.vision.testing;

import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture with plain, shaded and rough parts, as cameras see them, encoded in many ways. */
public final class DrawnPicture {
  private static final int ROUGHNESS = 24;

  private DrawnPicture() {}

  /** Encodes it by the file suffix; flags and values of OpenCV's {@code IMWRITE_…} in turn. */
  public static byte[] encode(String suffix, int width, int height, int... flags) {
    try (Mat pixels = draw(width, height)) {
      return encode(suffix, pixels, flags);
    }
  }

  public static byte[] encode(String suffix, Mat pixels, int... flags) {
    try (BytePointer encoded = new BytePointer();
        IntPointer parameters = new IntPointer(flags)) {
      opencv_imgcodecs.imencode(suffix, pixels, encoded, parameters);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  public static Mat draw(int width, int height) {
    Random dice = new Random(7);
    byte[] values = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean plain = x < width / 4;
        boolean rough = Math.hypot(x - width * 0.6, y - height * 0.5) < height / 3.0;
        for (int c = 0; c < 3; c++) {
          int shade = plain ? 90 : (x * (c + 1) + y * 2) * 255 / (3 * width + 2 * height);
          values[(y * width + x) * 3 + c] = (byte) (shade + (rough ? dice.nextInt(ROUGHNESS) : 0));
        }
      }
    }
    Mat pixels = new Mat(height, width, opencv_core.CV_8UC3);
    pixels.data().put(values);
    return pixels;
  }
}
