package io.facestream.vision;

import org.bytedeco.opencv.opencv_core.Mat;

/** A decoded picture: B, G, R bytes off the heap. Close it. */
public final class Picture implements AutoCloseable {
  private final Mat pixels;
  private final int publishedWidth;
  private final int publishedHeight;

  private Picture(Mat pixels, int publishedWidth, int publishedHeight) {
    this.pixels = pixels;
    this.publishedWidth = publishedWidth;
    this.publishedHeight = publishedHeight;
  }

  /**
   * Decodes a JPEG, PNG or WebP picture, turned upright as its EXIF data say.
   *
   * @throws UnreadablePictureException with the cause and the cure when it is none, or damaged
   */
  public static Picture decode(byte[] encoded, DecodeOptions options)
      throws UnreadablePictureException {
    throw new UnreadablePictureException("not yet");
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
