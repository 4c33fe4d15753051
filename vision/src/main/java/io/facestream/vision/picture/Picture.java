package io.facestream.vision.picture;

import io.facestream.vision.picture.file.Orientation;
import io.facestream.vision.picture.file.PictureSize;
import io.facestream.vision.picture.file.UnreadablePictureException;
import org.bytedeco.opencv.opencv_core.Mat;

/** A decoded picture: B, G, R bytes off the heap. Close it. */
public final class Picture implements AutoCloseable {
  private final PixelSource source;
  private final int reduction;
  private final Mat pixels;
  private final int publishedWidth;
  private final int publishedHeight;

  private Picture(
      PixelSource source, int reduction, Mat pixels, int publishedWidth, int publishedHeight) {
    this.source = source;
    this.reduction = reduction;
    this.pixels = pixels;
    this.publishedWidth = publishedWidth;
    this.publishedHeight = publishedHeight;
  }

  /** Decodes the same bytes, which were checked before, at 1/reduction of their size. */
  private interface PixelSource {
    Mat decode(int reduction) throws UnreadablePictureException;
  }

  /**
   * Decodes a JPEG, PNG or WebP picture, turned upright as its metadata say and laid on grey where
   * it is transparent. Size and completeness are checked on the encoded bytes, so that nothing is
   * allocated for a picture that is refused.
   *
   * @throws UnreadablePictureException with the cause and the cure when it is none, or damaged
   */
  public static Picture decode(byte[] encoded, DecodeOptions options)
      throws UnreadablePictureException {
    PictureDecoder decoder = PictureDecoder.open(encoded, options.maxPixels());
    PictureSize published = decoder.size();
    int reduction = decoder.reducible() ? reduction(published, options) : 1;
    return new Picture(
        decoder::decode,
        reduction,
        decoder.decode(reduction),
        published.width(),
        published.height());
  }

  /**
   * Refuses a size that is of no use or no end, before a picture is decoded otherwise than here.
   *
   * @throws UnreadablePictureException with the limit
   */
  public static void requireAcceptable(PictureSize size, int maxPixels)
      throws UnreadablePictureException {
    PictureDecoder.requireAcceptable(size, maxPixels);
  }

  /**
   * Turns decoded pixels and lays them on grey where they are transparent.
   *
   * @param stored CV_8UC4 in B, G, R, A; closed
   */
  public static Picture of(Mat stored, Orientation orientation) {
    return of(new Upright(orientation).turn(Transparency.flatten(stored)));
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
  public Picture decodeAgain(int finer) throws UnreadablePictureException {
    return new Picture(source, finer, source.decode(finer), publishedWidth, publishedHeight);
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

  /** A copy turned clockwise by 1 to 3 quarters, the caller's to close. */
  public Picture turned(int quarters) {
    PixelSource again =
        finer -> {
          try (Mat straight = source.decode(finer)) {
            return QuarterTurn.of(straight, quarters);
          }
        };
    Mat copy = QuarterTurn.of(pixels, quarters);
    return quarters == 2
        ? new Picture(again, reduction, copy, publishedWidth, publishedHeight)
        : new Picture(again, reduction, copy, publishedHeight, publishedWidth);
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
