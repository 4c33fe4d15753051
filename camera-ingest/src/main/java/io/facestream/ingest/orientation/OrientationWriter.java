package io.facestream.ingest.orientation;

import io.facestream.wire.PictureType;
import java.nio.ByteBuffer;

/** Writes an orientation into an encoded picture; its pixels stay as they are. */
public final class OrientationWriter {
  private static final int TAG_ORIENTATION = 0x0112;
  private static final short TYPE_SHORT = 3;
  private static final int TIFF_BYTES = 26;

  private OrientationWriter() {}

  /**
   * The picture with this orientation, in the place of all its EXIF data. What is no JPEG, PNG or
   * WebP, or is damaged so that it cannot be decoded, is returned as it is: the job judges it.
   */
  public static byte[] write(byte[] picture, Orientation orientation) {
    byte[] tiff = tiff(orientation.tag());
    return switch (PictureType.of(picture).orElse(PictureType.GIF)) {
      case JPEG -> JpegExif.replace(picture, tiff);
      case PNG -> PngExif.replace(picture, tiff);
      case WEBP -> WebpExif.replace(picture, tiff);
      default -> picture;
    };
  }

  /** The smallest TIFF data (TIFF 6.0, section 2): one directory of one entry. */
  private static byte[] tiff(int orientation) {
    return ByteBuffer.allocate(TIFF_BYTES)
        .put((byte) 'M')
        .put((byte) 'M')
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) TAG_ORIENTATION)
        .putShort(TYPE_SHORT)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
