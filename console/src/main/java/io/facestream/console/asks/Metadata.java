package io.facestream.console.asks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.facestream.wire.PictureType;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Takes out of a picture's file what is no part of the picture: where and when it was taken, by
 * whom and with what, previews, comments. How the pixels are turned stays, since a face on its side
 * is not found. Pixels are not touched. A file whose structure is damaged comes back as it is up to
 * the damage, for the job to refuse.
 *
 * <p>Structures: JPEG, ITU-T T.81 annex B, and the Exif 2.32 tag 0x0112; PNG, ISO/IEC 15948,
 * chunks; WebP, RFC 9649, chunks of RIFF.
 */
final class Metadata {
  private static final int ORIENTATION = 0x0112;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int ADOBE = 0xEE;
  private static final int COMMENT = 0xFE;
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);

  /** What decides how pixels look. */
  private static final Set<String> PNG_KEPT =
      Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT");

  private static final Set<String> WEBP_KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");

  private Metadata() {}

  static byte[] without(byte[] file, PictureType type) {
    try {
      return switch (type) {
        case JPEG -> jpeg(file);
        case PNG -> png(file);
        case WEBP -> webp(file);
        default -> file;
      };
    } catch (IndexOutOfBoundsException e) {
      // Shorter than it says: the job's decoder has the words for it.
      return file;
    }
  }

  private static byte[] jpeg(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, 2);
    int at = 2;
    while (at + 4 <= file.length) {
      if (u8(file, at) != 0xFF) {
        break;
      }
      int marker = u8(file, at + 1);
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == SCAN) {
        // The rest is pixels, up to the end of the image; what lies behind it is not.
        out.write(file, at, endOfImage(file, at) - at);
        return out.toByteArray();
      }
      int length = 2 + u16(file, at + 2);
      if (at + length > file.length) {
        break;
      }
      if (marker == APP1) {
        writeOrientation(out, file, at + 4, at + length);
      } else if (!isMetadata(marker)) {
        out.write(file, at, length);
      }
      at += length;
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  /** APP0 is JFIF, APP2 an ICC profile, APP14 says how colours are coded. */
  private static boolean isMetadata(int marker) {
    return marker == COMMENT
        || marker > APP0 && marker <= APP0 + 15 && marker != APP0 + 2 && marker != ADOBE;
  }

  /**
   * Further scans and their tables follow the first; within a scan a marker's FF has a 0 behind.
   */
  private static int endOfImage(byte[] file, int scan) {
    int at = scan + 2 + u16(file, scan + 2);
    while (at + 1 < file.length) {
      int marker = u8(file, at + 1);
      if (u8(file, at) != 0xFF || marker == 0xFF || marker == 0 || isRestart(marker)) {
        at++;
      } else if (marker == END) {
        return at + 2;
      } else {
        at += 2 + u16(file, at + 2);
      }
    }
    return file.length;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }

  private static void writeOrientation(ByteArrayOutputStream out, byte[] file, int from, int to) {
    int orientation = orientation(file, from, to);
    if (orientation > 1) {
      byte[] tiff = tiff(orientation);
      out.write(0xFF);
      out.write(APP1);
      int length = 2 + EXIF.length + tiff.length;
      out.write(length >> 8);
      out.write(length);
      out.writeBytes(EXIF);
      out.writeBytes(tiff);
    }
  }

  /** 1 to 8; 0 when it says nothing. */
  private static int orientation(byte[] file, int from, int to) {
    for (int i = 0; i < EXIF.length; i++) {
      if (from + i >= to || file[from + i] != EXIF[i]) {
        return 0;
      }
    }
    return orientationOfTiff(file, from + EXIF.length, to);
  }

  private static int orientationOfTiff(byte[] file, int tiff, int to) {
    if (tiff + 8 > to) {
      return 0;
    }
    boolean little = file[tiff] == 'I';
    long directory = number(file, tiff + 4, 4, little);
    if (directory < 8 || tiff + directory + 2 > to) {
      return 0;
    }
    int at = (int) (tiff + directory);
    int entries = (int) number(file, at, 2, little);
    for (int entry = 0; entry < entries; entry++) {
      int place = at + 2 + 12 * entry;
      if (place + 12 > to) {
        return 0;
      }
      if (number(file, place, 2, little) == ORIENTATION) {
        int value = (int) number(file, place + 8, 2, little);
        return value >= 1 && value <= 8 ? value : 0;
      }
    }
    return 0;
  }

  /** One directory with one entry. */
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

  private static byte[] png(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, 8);
    int at = 8;
    while (at + 12 <= file.length) {
      long length = number(file, at, 4, false);
      String kind = new String(file, at + 4, 4, ISO_8859_1);
      if (at + 12 + length > file.length) {
        break;
      }
      int whole = (int) (12 + length);
      if (PNG_KEPT.contains(kind)) {
        out.write(file, at, whole);
      } else if (kind.equals("eXIf")) {
        int orientation = orientationOfTiff(file, at + 8, at + 8 + (int) length);
        if (orientation > 1) {
          writePngChunk(out, "eXIf", tiff(orientation));
        }
      }
      at += whole;
      if (kind.equals("IEND")) {
        return out.toByteArray();
      }
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  private static void writePngChunk(ByteArrayOutputStream out, String kind, byte[] data) {
    byte[] name = kind.getBytes(ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    writeInt(out, data.length);
    out.writeBytes(name);
    out.writeBytes(data);
    writeInt(out, (int) crc.getValue());
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }

  private static byte[] webp(byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(file.length);
    int orientation = 0;
    int flagsAt = -1;
    int at = 12;
    while (at + 8 <= file.length) {
      String kind = new String(file, at, 4, ISO_8859_1);
      long length = number(file, at + 4, 4, true);
      long whole = 8 + length + (length & 1);
      if (at + 8 + length > file.length) {
        return file;
      }
      int until = (int) Math.min(file.length, at + whole);
      if (kind.equals("VP8X")) {
        flagsAt = body.size() + 8;
      }
      if (WEBP_KEPT.contains(kind)) {
        body.write(file, at, until - at);
      } else if (kind.equals("EXIF")) {
        int tiff = startsWithExif(file, at + 8) ? at + 8 + EXIF.length : at + 8;
        orientation = orientationOfTiff(file, tiff, (int) (at + 8 + length));
      }
      at = until;
    }
    if (orientation > 1) {
      body.writeBytes("EXIF".getBytes(ISO_8859_1));
      byte[] tiff = tiff(orientation);
      body.writeBytes(new byte[] {(byte) tiff.length, 0, 0, 0});
      body.writeBytes(tiff);
    }
    byte[] chunks = body.toByteArray();
    if (flagsAt >= 0) {
      // Bit 2: XMP, bit 3: Exif.
      chunks[flagsAt] = (byte) (chunks[flagsAt] & ~0x0C | (orientation > 1 ? 0x08 : 0));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(12 + chunks.length);
    out.writeBytes("RIFF".getBytes(ISO_8859_1));
    int size = 4 + chunks.length;
    out.writeBytes(
        new byte[] {(byte) size, (byte) (size >> 8), (byte) (size >> 16), (byte) (size >> 24)});
    out.writeBytes("WEBP".getBytes(ISO_8859_1));
    out.writeBytes(chunks);
    return out.toByteArray();
  }

  private static boolean startsWithExif(byte[] file, int at) {
    return file[at] == 'E' && file[at + 1] == 'x' && file[at + 2] == 'i' && file[at + 3] == 'f';
  }

  private static int u8(byte[] file, int at) {
    return file[at] & 0xFF;
  }

  private static int u16(byte[] file, int at) {
    return u8(file, at) << 8 | u8(file, at + 1);
  }

  private static long number(byte[] file, int at, int bytes, boolean little) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | u8(file, little ? at + bytes - 1 - i : at + i);
    }
    return value;
  }
}
