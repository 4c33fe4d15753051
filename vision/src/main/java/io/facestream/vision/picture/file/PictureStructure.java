package io.facestream.vision.picture.file;

/**
 * What a walk over a whole picture file has found.
 *
 * @param picture the bytes to decode: the picture alone, with an end mark, whatever followed it
 * @param transparent whether pixels may be transparent
 * @param exif the EXIF data, or null
 * @param xmp the XMP data, or null
 */
public record PictureStructure(byte[] picture, boolean transparent, byte[] exif, byte[] xmp) {

  /** How the picture is to be turned to stand upright. */
  public Orientation orientation() {
    return OrientationReader.read(exif, xmp);
  }
}
