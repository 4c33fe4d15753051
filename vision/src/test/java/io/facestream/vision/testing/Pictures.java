package io.facestream.vision.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pictures and near-pictures, made by code. */
public final class Pictures {
  private Pictures() {}

  /**
   * Noise of the given size, encoded by the file suffix: {@code .jpg}, {@code .png}, {@code .webp}.
   */
  public static byte[] encode(String suffix, int width, int height) {
    try (Mat pixels = new Mat(height, width, opencv_core.CV_8UC3);
        BytePointer encoded = new BytePointer()) {
      byte[] noise = new byte[width * height * 3];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (byte) (i % width * 3 + i / width);
      }
      pixels.data().put(noise);
      opencv_imgcodecs.imencode(suffix, pixels, encoded);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  /** A JPEG that is nothing but a header of the given size. */
  public static byte[] jpegHeader(int width, int height) {
    return ByteBuffer.allocate(4 + 17)
        .put(bytes(0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8))
        .putShort((short) height)
        .putShort((short) width)
        .put(bytes(3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1))
        .array();
  }

  /** The JPEG with an EXIF segment that tells viewers how to turn it (1…8, TIFF tag 0x0112). */
  public static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes(0xFF, 0xD8, 0xFF, 0xE1, 0, 34));
    out.writeBytes(bytes('E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1));
    out.writeBytes(bytes(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0));
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** Bytes from readable numbers. */
  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
