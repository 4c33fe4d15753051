package io.facestream.vision.picture.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A picture's file without what is no part of the picture: where, when and with what it was taken,
 * previews, comments, and whatever lies behind its end. How it is turned stays, and the pixels'
 * data are not touched. Only files that are whole are taken, so that nothing hides in a part that a
 * decoder would skip.
 */
public final class BarePicture {
  private static final String EXIF = "Exif\0\0";

  /** WebP's chunks that make up the picture; of an animation the decoder would take the first. */
  private static final Set<String> WEBP_KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");

  private static final int PNG_HEADER_END = 33;
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  /** Flags of VP8X (RFC 9649, section 2.7). */
  private static final int WEBP_EXIF = 0x08;

  private static final int WEBP_METADATA = 0x0C;

  private BarePicture() {}

  /**
   * The picture alone.
   *
   * @param file JPEG, PNG or WebP
   * @throws UnreadablePictureException when it is none, or not whole
   */
  public static byte[] of(PictureFile file) throws UnreadablePictureException {
    PictureStructure whole = file.structure();
    int turned = whole.orientation().tag();
    return switch (file.type()) {
      case PNG -> png(whole.picture(), turned);
      case WEBP -> webp(whole.picture(), turned);
      default -> jpeg(new Bytes(whole.picture(), file.type().title()), turned);
    };
  }

  private static byte[] jpeg(Bytes bytes, int turned) throws UnreadablePictureException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length());
    out.write(bytes.array(), 0, 2);
    if (turned > 1) {
      byte[] exif = concat(EXIF.getBytes(ISO_8859_1), tiff(turned));
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
      out.writeBytes(exif);
    }
    JpegStructure.pictureParts(bytes, (from, to) -> out.write(bytes.array(), from, to - from));
    return out.toByteArray();
  }

  /** The walk has left the chunks that make up the picture. */
  private static byte[] png(byte[] picture, int turned) {
    if (turned <= 1) {
      return picture;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(picture.length + 64);
    out.write(picture, 0, PNG_HEADER_END);
    byte[] named = concat("eXIf".getBytes(ISO_8859_1), tiff(turned));
    CRC32 sum = new CRC32();
    sum.update(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt(named.length - 4).array());
    out.writeBytes(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    out.write(picture, PNG_HEADER_END, picture.length - PNG_HEADER_END);
    return out.toByteArray();
  }

  private static byte[] webp(byte[] picture, int turned) throws UnreadablePictureException {
    Bytes bytes = new Bytes(picture, "WebP");
    ByteArrayOutputStream chunks = new ByteArrayOutputStream(picture.length);
    int flags = -1;
    for (int at = RIFF_HEADER; at + CHUNK_HEADER <= picture.length; ) {
      int length = (int) bytes.littleEndian32(at + 4);
      int behind = Math.min(picture.length, at + CHUNK_HEADER + length + (length & 1));
      String kind = new String(picture, at, 4, ISO_8859_1);
      if (WEBP_KEPT.contains(kind)) {
        flags = kind.equals("VP8X") ? chunks.size() + CHUNK_HEADER : flags;
        chunks.write(picture, at, behind - at);
      }
      at = behind;
    }
    if (turned > 1) {
      byte[] exif = tiff(turned);
      chunks.writeBytes("EXIF".getBytes(ISO_8859_1));
      chunks.writeBytes(littleEndian32(exif.length));
      chunks.writeBytes(exif);
    }
    byte[] body = chunks.toByteArray();
    if (flags >= 0) {
      body[flags] = (byte) (body[flags] & ~WEBP_METADATA | (turned > 1 ? WEBP_EXIF : 0));
    }
    return concat(
        "RIFF".getBytes(ISO_8859_1),
        littleEndian32(4 + body.length),
        "WEBP".getBytes(ISO_8859_1),
        body);
  }

  /** The least of EXIF (2.32, section 4.6): one directory with one entry, the orientation. */
  private static byte[] tiff(int orientation) {
    return new byte[] {
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8, // big-endian; the directory begins at 8
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0, // one short
      0,
      0,
      0,
      0 // no further directory
    };
  }

  private static byte[] littleEndian32(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
