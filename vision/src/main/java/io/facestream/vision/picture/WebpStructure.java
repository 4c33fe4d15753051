package io.facestream.vision.picture;

import io.facestream.vision.UnreadablePictureException;

/** Reads the header of a WebP file (RFC 9649, section 2). */
final class WebpStructure {
  private static final int FIRST_CHUNK = 12;
  private static final int PAYLOAD = FIRST_CHUNK + 8;
  private static final int FOURTEEN_BITS = 0x3FFF;

  private WebpStructure() {}

  static PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException {
    if (bytes.is(FIRST_CHUNK, "VP8X")) {
      return new PictureSize(
          1 + bytes.littleEndian24(PAYLOAD + 4), 1 + bytes.littleEndian24(PAYLOAD + 7));
    }
    if (bytes.is(FIRST_CHUNK, "VP8L")) {
      long bits = bytes.littleEndian32(PAYLOAD + 1);
      return new PictureSize(
          1 + (int) (bits & FOURTEEN_BITS), 1 + (int) (bits >> 14 & FOURTEEN_BITS));
    }
    if (bytes.is(FIRST_CHUNK, "VP8 ")) {
      int width = bytes.littleEndian16(PAYLOAD + 6) & FOURTEEN_BITS;
      int height = bytes.littleEndian16(PAYLOAD + 8) & FOURTEEN_BITS;
      if (width == 0 || height == 0) {
        throw bytes.damaged("its header gives a size of " + width + "×" + height);
      }
      return new PictureSize(width, height);
    }
    throw bytes.damaged("it starts like a WebP but holds no picture chunk");
  }

  static void requireComplete(Bytes bytes) throws UnreadablePictureException {
    if (bytes.littleEndian32(4) + 8 > bytes.length()) {
      throw bytes.truncated();
    }
  }
}
