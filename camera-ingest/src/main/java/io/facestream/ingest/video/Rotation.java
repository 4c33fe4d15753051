package io.facestream.ingest.video;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Turns 8-bit YCbCr 4:2:0 pictures by quarter turns, plane by plane: phones film sideways. */
final class Rotation {
  private Rotation() {}

  /**
   * @param from the picture as decoded
   * @param to of the turned size, buffers allocated
   * @param clockwise 90, 180 or 270 degrees
   */
  static void turn(AVFrame from, AVFrame to, int clockwise) {
    for (int plane = 0; plane < 3; plane++) {
      int shift = plane == 0 ? 0 : 1;
      int width = (from.width() + shift) >> shift;
      int height = (from.height() + shift) >> shift;
      int toRows = (to.height() + shift) >> shift;
      turnPlane(
          buffer(from, plane, height),
          from.linesize(plane),
          width,
          height,
          buffer(to, plane, toRows),
          to.linesize(plane),
          clockwise);
    }
  }

  private static void turnPlane(
      ByteBuffer from,
      int fromStride,
      int width,
      int height,
      ByteBuffer to,
      int toStride,
      int clockwise) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int target =
            switch (clockwise) {
              case 90 -> x * toStride + (height - 1 - y);
              case 180 -> (height - 1 - y) * toStride + (width - 1 - x);
              default -> (width - 1 - x) * toStride + y;
            };
        to.put(target, from.get(y * fromStride + x));
      }
    }
  }

  private static ByteBuffer buffer(AVFrame frame, int plane, int rows) {
    return frame.data(plane).capacity((long) frame.linesize(plane) * rows).asByteBuffer();
  }
}
