package io.facestream.vision.picture.file;

/**
 * The size a picture's header announces.
 *
 * @param width pixels
 * @param height pixels
 */
public record PictureSize(int width, int height) {

  /** In pixels; fits, whatever the header says. */
  public long pixels() {
    return (long) width * height;
  }

  /** The longer side, pixels. */
  public int longSide() {
    return Math.max(width, height);
  }

  /** The shorter side, pixels. */
  public int shortSide() {
    return Math.min(width, height);
  }
}
