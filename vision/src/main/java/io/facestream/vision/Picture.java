package io.facestream.vision;

import io.facestream.vision.picture.PictureFormat;
import io.facestream.vision.picture.PictureSize;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** A decoded picture: B, G, R bytes off the heap. Close it. */
public final class Picture implements AutoCloseable {
  /**
   * No face of use fits into less, and a 1×1 picture is a web beacon, pixels of the shorter side.
   */
  static final int MIN_SIDE = 16;

  private final PixelSource source;
  private final int reduction;
  private final Mat pixels;
  private final int publishedWidth;
  private final int publishedHeight;

  static {
    Natives.prepare();
  }

  private Picture(
      PixelSource source, int reduction, Mat pixels, int publishedWidth, int publishedHeight) {
    this.source = source;
    this.reduction = reduction;
    this.pixels = pixels;
    this.publishedWidth = publishedWidth;
    this.publishedHeight = publishedHeight;
  }

  /**
   * Decodes a JPEG, PNG or WebP picture, turned upright as its EXIF data say. Size and completeness
   * are checked on the encoded bytes, so that nothing is allocated for a picture that is refused.
   *
   * @throws UnreadablePictureException with the cause and the cure when it is none, or damaged
   */
  public static Picture decode(byte[] encoded, DecodeOptions options)
      throws UnreadablePictureException {
    PictureFormat format = PictureFormat.of(encoded);
    PictureSize announced = format.sizeOf(encoded);
    requireAcceptable(announced, options);
    format.requireComplete(encoded);
    int reduction = format == PictureFormat.JPEG ? reduction(announced, options) : 1;
    PixelSource source = finer -> decode(encoded, format, finer);
    Mat pixels = source.decode(reduction);
    boolean turned = requireSameSize(pixels, announced, reduction, format);
    return turned
        ? new Picture(source, reduction, pixels, announced.height(), announced.width())
        : new Picture(source, reduction, pixels, announced.width(), announced.height());
  }

  /** Decodes the same bytes, which were checked before, at 1/reduction of their size. */
  private interface PixelSource {
    Mat decode(int reduction) throws UnreadablePictureException;
  }

  /** Wraps decoded pixels, CV_8UC3 in B, G, R, which the picture closes. */
  public static Picture of(Mat pixels) {
    return new Picture(null, 1, pixels, pixels.cols(), pixels.rows());
  }

  /**
   * The same picture less reduced, decoded again.
   *
   * @param finer 1, 2 or 4, less than {@link #reduction}
   */
  Picture decodeAgain(int finer) throws UnreadablePictureException {
    return new Picture(source, finer, source.decode(finer), publishedWidth, publishedHeight);
  }

  private static void requireAcceptable(PictureSize size, DecodeOptions options)
      throws UnreadablePictureException {
    String dimensions = size.width() + "×" + size.height() + " pixels";
    if (size.pixels() > options.maxPixels()) {
      throw new UnreadablePictureException(
          "too large: "
              + dimensions
              + ", at most "
              + options.maxPixels()
              + " in all, scale it down");
    }
    if (size.shortSide() < MIN_SIDE) {
      throw new UnreadablePictureException(
          "too small: " + dimensions + ", at least " + MIN_SIDE + " a side, send a larger picture");
    }
  }

  /**
   * The larger of 8 and 4 by which the longer side stays at least what the detector takes, else 1.
   * Halving is not worth it: it saves a fourth of the time of decoding, and nearly every face to be
   * compared would cost the whole again.
   */
  private static int reduction(PictureSize size, DecodeOptions options) {
    for (int reduction = 8; reduction >= 4; reduction /= 2) {
      if (options.detectorLongSide() > 0
          && size.longSide() / reduction >= options.detectorLongSide()) {
        return reduction;
      }
    }
    return 1;
  }

  private static Mat decode(byte[] encoded, PictureFormat format, int reduction)
      throws UnreadablePictureException {
    int flags =
        switch (reduction) {
          case 8 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
          case 4 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
          case 2 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
          default -> opencv_imgcodecs.IMREAD_COLOR;
        };
    try (BytePointer bytes = new BytePointer(encoded);
        Mat raw = new Mat(1, encoded.length, opencv_core.CV_8UC1, bytes)) {
      Mat pixels = opencv_imgcodecs.imdecode(raw, flags);
      if (!pixels.empty()) {
        return pixels;
      }
      pixels.close();
    } catch (RuntimeException e) {
      throw undecodable(format);
    }
    throw undecodable(format);
  }

  private static UnreadablePictureException undecodable(PictureFormat format) {
    return new UnreadablePictureException(
        "damaged " + format.title() + ": its data do not decode, save or capture it again");
  }

  /** Whether EXIF turned the picture by a quarter; refuses pixels that belie the checked header. */
  private static boolean requireSameSize(
      Mat pixels, PictureSize announced, int reduction, PictureFormat format)
      throws UnreadablePictureException {
    int width = (announced.width() + reduction - 1) / reduction;
    int height = (announced.height() + reduction - 1) / reduction;
    if (pixels.cols() == width && pixels.rows() == height) {
      return false;
    }
    if (pixels.cols() == height && pixels.rows() == width) {
      return true;
    }
    pixels.close();
    throw undecodable(format);
  }

  /** Pixels as published for each decoded one along a side: 1, 2, 4 or 8. */
  public int reduction() {
    return reduction;
  }

  /** Of the decoded pixels; smaller than published when decoded at reduced size. */
  public int width() {
    return pixels.cols();
  }

  /** Of the decoded pixels; smaller than published when decoded at reduced size. */
  public int height() {
    return pixels.rows();
  }

  /** As a viewer sees the picture, pixels. */
  public int publishedWidth() {
    return publishedWidth;
  }

  /** As a viewer sees the picture, pixels. */
  public int publishedHeight() {
    return publishedHeight;
  }

  /** The pixels, CV_8UC3 in B, G, R; owned by this picture: neither close nor keep them. */
  public Mat mat() {
    return pixels;
  }

  @Override
  public void close() {
    pixels.close();
  }
}
