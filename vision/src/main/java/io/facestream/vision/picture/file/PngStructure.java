package io.facestream.vision.picture.file;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG file (W3C PNG, third edition, section 5). The decoder is given those
 * that make up the picture: no text to inflate, no colour profile, no further frames.
 */
final class PngStructure {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_OVERHEAD = 12;
  private static final int MAX_CHUNKS = 20_000;
  private static final int COLOUR_TYPE = SIGNATURE + 17;
  private static final int ALPHA = 4;
  private static final String XMP = "XML:com.adobe.xmp\0";

  private final Bytes bytes;
  private final ByteArrayOutputStream picture;
  private boolean transparent;
  private byte[] exif;
  private byte[] profile;
  private byte[] xmp;

  private PngStructure(Bytes bytes) {
    this.bytes = bytes;
    this.picture = new ByteArrayOutputStream(bytes.length());
  }

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

  static PictureStructure of(Bytes bytes) throws UnreadablePictureException {
    return new PngStructure(bytes).walk();
  }

  private PictureStructure walk() throws UnreadablePictureException {
    transparent = (bytes.at(COLOUR_TYPE) & ALPHA) != 0;
    picture.write(bytes.array(), 0, SIGNATURE);
    int offset = SIGNATURE;
    boolean last = false;
    for (int chunks = 0; !last; chunks++) {
      if (chunks == MAX_CHUNKS) {
        throw bytes.tooMany(MAX_CHUNKS, "chunks");
      }
      long end = offset + CHUNK_OVERHEAD + (bytes.bigEndian32(offset) & 0xFFFFFFFFL);
      if (end > bytes.length()) {
        throw bytes.truncated();
      }
      last = bytes.is(offset + 4, "IEND");
      readChunk(offset, (int) end);
      offset = (int) end;
    }
    byte[] bestExif = exif != null ? exif : profile;
    return new PictureStructure(picture.toByteArray(), transparent, bestExif, xmp);
  }

  private void readChunk(int offset, int end) throws UnreadablePictureException {
    int data = offset + 8;
    boolean critical = (bytes.at(offset + 4) & 0x20) == 0;
    if (critical || bytes.is(offset + 4, "tRNS")) {
      requireChecksum(offset, end);
      transparent |= !critical;
      picture.write(bytes.array(), offset, end - offset);
    } else if (bytes.is(offset + 4, "eXIf")) {
      exif = bytes.copy(data, end - 4);
    } else if (bytes.is(offset + 4, "zTXt") || bytes.is(offset + 4, "tEXt")) {
      boolean deflated = bytes.is(offset + 4, "zTXt");
      byte[] found = PngText.exifProfile(bytes.copy(data, end - 4), deflated);
      profile = found != null ? found : profile;
    } else if (bytes.is(offset + 4, "iTXt") && bytes.is(data, XMP)) {
      xmp = PngText.international(bytes.copy(data + XMP.length(), end - 4));
    }
  }

  private void requireChecksum(int offset, int end) throws UnreadablePictureException {
    CRC32 sum = new CRC32();
    sum.update(bytes.array(), offset + 4, end - offset - 8);
    if ((int) sum.getValue() != bytes.bigEndian32(end - 4)) {
      throw bytes.damaged("the checksum of a part is wrong");
    }
  }
}
