package io.facestream.vision.picture;

/**
 * How a picture is decoded.
 *
 * @param detectorLongSide a JPEG is decoded at 1/4 or 1/8 of its size as long as its longer side
 *     stays at least this, pixels; 0 decodes at full size
 * @param maxPixels pictures with more pixels are refused before they are decoded
 */
public record DecodeOptions(int detectorLongSide, int maxPixels) {
  /** Every camera and phone in use stays below; a decoded picture of this size takes 150 MB. */
  public static final int DEFAULT_MAX_PIXELS = 50_000_000;

  /** Full size, {@link #DEFAULT_MAX_PIXELS}. */
  public static DecodeOptions fullSize() {
    return new DecodeOptions(0, DEFAULT_MAX_PIXELS);
  }
}
