package io.facestream.photos.stills;

import io.facestream.vision.picture.file.Orientation;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a picture is put together: phones cut it into tiles, of which the last ones stick out.
 *
 * @param canvasWidth of all tiles, pixels
 * @param canvasHeight of all tiles, pixels
 * @param left where the picture begins on the canvas
 * @param top where the picture begins on the canvas
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 */
record StillLayout(
    int canvasWidth,
    int canvasHeight,
    int left,
    int top,
    int width,
    int height,
    Orientation orientation,
    List<Tile> tiles) {

  /**
   * A part of the picture.
   *
   * @param stream index of the stream that codes it
   * @param x of its left edge on the canvas
   * @param y of its upper edge on the canvas
   */
  record Tile(int stream, int x, int y, long pixels) {}

  /** How the display matrix turns a picture: the image of its x axis, and its handedness. */
  static Orientation orientation(AVPacketSideData sideData, int count) {
    AVPacketSideData found =
        avcodec.av_packet_side_data_get(sideData, count, avcodec.AV_PKT_DATA_DISPLAYMATRIX);
    if (found == null || found.isNull()) {
      return Orientation.UPRIGHT;
    }
    IntPointer matrix = new IntPointer(found.data());
    int a = Integer.signum(matrix.get(0));
    int b = Integer.signum(matrix.get(1));
    int c = Integer.signum(matrix.get(3));
    int d = Integer.signum(matrix.get(4));
    boolean mirrored = a * d - b * c < 0;
    int x = mirrored ? -a : a;
    int y = mirrored ? -b : b;
    int quarterTurns = y > 0 ? 1 : x < 0 ? 2 : y < 0 ? 3 : 0;
    return new Orientation(quarterTurns, mirrored);
  }
}
