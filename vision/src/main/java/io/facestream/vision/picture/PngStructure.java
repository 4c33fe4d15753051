package io.facestream.vision.picture;

import io.facestream.vision.UnreadablePictureException;

/** Walks the chunks of a PNG file (W3C PNG, third edition, section 5). */
final class PngStructure {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_OVERHEAD = 12;

  private PngStructure() {}

  static PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException {
    int width = bytes.bigEndian32(SIGNATURE + 8);
    int height = bytes.bigEndian32(SIGNATURE + 12);
    if (!bytes.is(SIGNATURE + 4, "IHDR")) {
      throw bytes.damaged("it starts like a PNG but has no header chunk");
    }
    if (width <= 0 || height <= 0) {
      throw bytes.damaged("its header gives an impossible size");
    }
    return new PictureSize(width, height);
  }

  static void requireComplete(Bytes bytes) throws UnreadablePictureException {
    long offset = SIGNATURE;
    boolean last = false;
    while (!last) {
      long length = bytes.bigEndian32((int) offset) & 0xFFFFFFFFL;
      last = bytes.is((int) offset + 4, "IEND");
      offset += CHUNK_OVERHEAD + length;
      if (offset > bytes.length()) {
        throw bytes.truncated();
      }
    }
  }
}
