package io.facestream.ingest.source;

import java.time.Duration;

/**
 * How a source is read.
 *
 * @param rate frames per second: at most for video and cameras, exactly for folders of pictures; 0
 *     = the source's own (folders: {@value #FOLDER_RATE})
 * @param maxWidth wider video is scaled down to this many pixels before it is encoded; 0 = never
 * @param jpegQuality 1…100 as libjpeg counts; used where pictures are encoded here (RTSP, files)
 * @param readTimeout a live source silent for this long counts as lost
 * @param rotate clockwise by 0, 90, 180 or 270 degrees, on top of what a picture says of itself:
 *     for cameras that hang on their head or side
 */
public record SourceOptions(
    double rate, int maxWidth, int jpegQuality, Duration readTimeout, int rotate) {
  /** Pictures per second of a folder for which no rate is given. */
  public static final double FOLDER_RATE = 5;

  /** High on purpose: embeddings lose accuracy with visible JPEG artefacts. */
  public static final int DEFAULT_JPEG_QUALITY = 95;

  private static final double MAX_RATE = 1000;
  private static final int MIN_WIDTH = 16;

  public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(10);

  /** Checks the ranges; the message of the exception is one line. */
  public SourceOptions {
    require(rate >= 0 && rate <= MAX_RATE, "rate must be above 0 and at most 1000, not " + rate);
    require(
        maxWidth == 0 || maxWidth >= MIN_WIDTH, "max-width must be at least 16, not " + maxWidth);
    require(
        jpegQuality >= 1 && jpegQuality <= 100,
        "jpeg-quality must be between 1 and 100, not " + jpegQuality);
    require(
        readTimeout.toMillis() >= 1, "read-timeout must be above 0, not " + readTimeout.toMillis());
    require(
        rotate == 0 || rotate == 90 || rotate == 180 || rotate == 270,
        "rotate must be 0, 90, 180 or 270, not " + rotate);
  }

  /** Not rotated. */
  public SourceOptions(double rate, int maxWidth, int jpegQuality, Duration readTimeout) {
    this(rate, maxWidth, jpegQuality, readTimeout, 0);
  }

  /** Everything at its own speed and size, quality 95, ten seconds of patience. */
  public static SourceOptions defaults() {
    return new SourceOptions(0, 0, DEFAULT_JPEG_QUALITY, DEFAULT_READ_TIMEOUT);
  }

  /** The same, but rotated clockwise by so many degrees. */
  public SourceOptions withRotate(int clockwise) {
    return new SourceOptions(rate, maxWidth, jpegQuality, readTimeout, clockwise);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
