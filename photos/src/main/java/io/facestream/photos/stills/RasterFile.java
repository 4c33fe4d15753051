package io.facestream.photos.stills;

import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.Orientation;
import io.facestream.vision.picture.file.OrientationReader;
import io.facestream.vision.picture.file.PictureSize;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.PictureType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * TIFF and GIF, which OpenCV decodes: FFmpeg takes a GIF that ends early for whole, and not every
 * TIFF.
 */
final class RasterFile {
  private static final int GIF_HEADER_BYTES = 13;
  private static final int GIF_WIDTH = 6;
  private static final int GIF_HEIGHT = 8;

  private RasterFile() {}

  /** The first picture of a TIFF file. */
  static Picture tiff(byte[] file) throws UnreadablePictureException {
    TiffDirectory directory = TiffDirectory.of(file);
    Orientation orientation = OrientationReader.ofTiff(file);
    return read(directory.unturned(), directory.size(), PictureType.TIFF, orientation);
  }

  /** The first picture of a GIF file. */
  static Picture gif(byte[] file) throws UnreadablePictureException {
    if (file.length < GIF_HEADER_BYTES) {
      throw StillDecoder.damaged("GIF", "its header is cut off");
    }
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    PictureSize size =
        new PictureSize(
            Short.toUnsignedInt(bytes.getShort(GIF_WIDTH)),
            Short.toUnsignedInt(bytes.getShort(GIF_HEIGHT)));
    return read(file, size, PictureType.GIF, Orientation.UPRIGHT);
  }

  private static Picture read(
      byte[] file, PictureSize size, PictureType type, Orientation orientation)
      throws UnreadablePictureException {
    Picture.requireAcceptable(size, DecodeOptions.DEFAULT_MAX_PIXELS);
    Mat stored = decode(file, type);
    if (stored.empty() || stored.cols() != size.width() || stored.rows() != size.height()) {
      stored.close();
      throw StillDecoder.damaged(type.title(), "its data do not decode");
    }
    if (!readable(stored)) {
      stored.close();
      throw new UnreadablePictureException(
          type.title() + " with other samples than 8 or 16 bits of colour: save it as JPEG");
    }
    return Picture.of(stored, orientation);
  }

  private static boolean readable(Mat stored) {
    int depth = stored.depth();
    int channels = stored.channels();
    return (depth == opencv_core.CV_8U || depth == opencv_core.CV_16U)
        && (channels == 1 || channels == 3 || channels == 4);
  }

  private static Mat decode(byte[] file, PictureType type) throws UnreadablePictureException {
    try (BytePointer bytes = new BytePointer(file);
        Mat raw = new Mat(1, file.length, opencv_core.CV_8UC1, bytes)) {
      return opencv_imgcodecs.imdecode(raw, opencv_imgcodecs.IMREAD_UNCHANGED);
    } catch (RuntimeException e) {
      throw StillDecoder.damaged(type.title(), "its data do not decode");
    }
  }
}
