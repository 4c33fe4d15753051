package io.facestream.vision.picture.file;

/** Walks the chunks of a WebP file (RFC 9649, section 2). */
final class WebpStructure {
  private static final int FIRST_CHUNK = 12;
  private static final int HEADER = 8;
  private static final int PAYLOAD = FIRST_CHUNK + HEADER;
  private static final int FOURTEEN_BITS = 0x3FFF;
  private static final int LOSSLESS_ALPHA = 1 << 28;
  private static final int ZEROS_OF_A_HOLE = 256;
  private static final int MAX_CHUNKS = 1000;

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

  static PictureStructure of(Bytes bytes) throws UnreadablePictureException {
    long end = bytes.littleEndian32(4) + HEADER;
    if (end > bytes.length()) {
      throw bytes.truncated();
    }
    boolean transparent = false;
    byte[] exif = null;
    byte[] xmp = null;
    long offset = FIRST_CHUNK;
    for (int chunks = 0; offset + HEADER <= end; chunks++) {
      if (chunks == MAX_CHUNKS) {
        throw bytes.tooMany(MAX_CHUNKS, "chunks");
      }
      int at = (int) offset;
      long length = bytes.littleEndian32(at + 4);
      long behind = offset + HEADER + length;
      if (behind > end) {
        throw bytes.damaged("a part reaches beyond its end");
      }
      if (bytes.is(at, "EXIF")) {
        exif = bytes.copy(at + HEADER, (int) behind);
      } else if (bytes.is(at, "XMP ")) {
        xmp = bytes.copy(at + HEADER, (int) behind);
      }
      // Lossy data have no checksum, and decode whatever they are; but zeros they do not come to.
      if (bytes.is(at, "VP8 ") && bytes.hasZeros(at + HEADER, (int) behind, ZEROS_OF_A_HOLE)) {
        throw bytes.damaged("its picture data have a hole");
      }
      transparent |= isTransparent(bytes, at);
      offset = behind + (length & 1);
    }
    return new PictureStructure(bytes.copy(0, (int) end), transparent, exif, xmp);
  }

  /** Also for each picture of an animation, which may have parts of its own. */
  private static boolean isTransparent(Bytes bytes, int chunk) throws UnreadablePictureException {
    return bytes.is(chunk, "ALPH")
        || bytes.is(chunk, "ANMF")
        || bytes.is(chunk, "VP8L")
            && (bytes.littleEndian32(chunk + HEADER + 1) & LOSSLESS_ALPHA) != 0;
  }
}
