package io.facestream.vision.picture;

import io.facestream.vision.natives.Natives;
import io.facestream.vision.picture.file.PictureFile;
import io.facestream.vision.picture.file.PictureSize;
import io.facestream.vision.picture.file.PictureStructure;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.PictureType;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture that has been found whole and of an acceptable size, to be decoded: once, or again
 * larger.
 */
final class PictureDecoder {
  /**
   * No face of use fits into less, and a 1×1 picture is a web beacon, pixels of the shorter side.
   */
  private static final int MIN_SIDE = 16;

  /** OpenCV decodes nothing longer, pixels of the longer side. */
  private static final int MAX_SIDE = 1 << 20;

  private final PictureFile file;
  private final PictureStructure structure;
  private final Upright upright;

  static {
    Natives.prepare();
  }

  private PictureDecoder(PictureFile file, PictureStructure structure) {
    this.file = file;
    this.structure = structure;
    this.upright = new Upright(structure.orientation());
  }

  /**
   * Checks size and completeness on the encoded bytes, so that nothing is allocated for a picture
   * that is refused.
   *
   * @throws UnreadablePictureException with the cause and the cure
   */
  static PictureDecoder open(byte[] encoded, int maxPixels) throws UnreadablePictureException {
    PictureFile file = PictureFile.of(encoded);
    requireAcceptable(file.size(), maxPixels);
    return new PictureDecoder(file, file.structure());
  }

  /**
   * Refuses a size that is of no use or no end.
   *
   * @throws UnreadablePictureException with the limit
   */
  static void requireAcceptable(PictureSize size, int maxPixels) throws UnreadablePictureException {
    String dimensions = size.width() + "×" + size.height() + " pixels";
    if (size.longSide() > MAX_SIDE) {
      throw new UnreadablePictureException(
          "too large: " + dimensions + ", at most " + MAX_SIDE + " a side, scale it down");
    }
    if (size.pixels() > maxPixels) {
      throw new UnreadablePictureException(
          "too large: " + dimensions + ", at most " + maxPixels + " in all, scale it down");
    }
    if (size.shortSide() < MIN_SIDE) {
      throw new UnreadablePictureException(
          "too small: " + dimensions + ", at least " + MIN_SIDE + " a side, send a larger picture");
    }
  }

  /** As a viewer sees the picture. */
  PictureSize size() {
    return upright.size(file.size());
  }

  /** Whether it can be decoded at a part of its size at a part of the cost. */
  boolean reducible() {
    return file.type() == PictureType.JPEG;
  }

  /**
   * Decodes.
   *
   * @param reduction 1, or for a {@link #reducible} picture 2, 4 or 8
   * @return CV_8UC3 in B, G, R, upright, without transparency; the caller's to close
   * @throws UnreadablePictureException when the data do not decode to what the header announces
   */
  Mat decode(int reduction) throws UnreadablePictureException {
    Mat stored = read(flags(reduction));
    int width = (file.size().width() + reduction - 1) / reduction;
    int height = (file.size().height() + reduction - 1) / reduction;
    if (stored.empty() || stored.cols() != width || stored.rows() != height) {
      stored.close();
      throw file.damaged("its data do not decode");
    }
    return upright.turn(structure.transparent() ? Transparency.flatten(stored) : stored);
  }

  private int flags(int reduction) {
    if (structure.transparent()) {
      return opencv_imgcodecs.IMREAD_UNCHANGED;
    }
    int colour =
        switch (reduction) {
          case 8 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
          case 4 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
          case 2 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
          default -> opencv_imgcodecs.IMREAD_COLOR;
        };
    return colour | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
  }

  private Mat read(int flags) throws UnreadablePictureException {
    byte[] encoded = structure.picture();
    try (BytePointer bytes = new BytePointer(encoded);
        Mat raw = new Mat(1, encoded.length, opencv_core.CV_8UC1, bytes)) {
      return opencv_imgcodecs.imdecode(raw, flags);
    } catch (RuntimeException e) {
      throw file.damaged("its data do not decode");
    }
  }
}
