package io.facestream.ingest.orientation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** EXIF data in the segments of a JPEG (ITU-T T.81, annex B; EXIF 2.3, section 4.5.4). */
final class JpegExif {
  private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MARKER = 2;
  private static final int HEADER = 4;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int FIRST_WITH_LENGTH = 0xC0;
  private static final int SOI = 0xD8;
  private static final int SOS = 0xDA;

  private JpegExif() {}

  /** Any JPEG, also one that breaks off: only what precedes the first scan is looked at. */
  static byte[] replace(byte[] jpeg, byte[] tiff) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 64);
    out.write(jpeg, 0, MARKER);
    int at = MARKER;
    boolean written = false;
    for (int end; (end = endOfSegment(jpeg, at)) > 0; at = end) {
      // JFIF wants its own segment first.
      if (!written && code(jpeg, at) != APP0) {
        write(out, tiff);
        written = true;
      }
      if (!isExif(jpeg, at)) {
        out.write(jpeg, at, end - at);
      }
    }
    if (!written) {
      write(out, tiff);
    }
    out.write(jpeg, at, jpeg.length - at);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, byte[] tiff) {
    int length = 2 + PREFIX.length + tiff.length;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) APP1, (byte) (length >> 8), (byte) length});
    out.writeBytes(PREFIX);
    out.writeBytes(tiff);
  }

  /** Where the segment ends whose marker, filling included, begins here; −1 for none, or a scan. */
  private static int endOfSegment(byte[] jpeg, int from) {
    int at = behindFilling(jpeg, from);
    if (at < 0 || at + HEADER > jpeg.length) {
      return -1;
    }
    int code = jpeg[at + 1] & 0xFF;
    boolean hasLength = code >= FIRST_WITH_LENGTH && !(code >= 0xD0 && code <= SOI);
    int end = at + MARKER + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    return !hasLength || code == SOS || end < at + HEADER || end > jpeg.length ? -1 : end;
  }

  private static int code(byte[] jpeg, int from) {
    return jpeg[behindFilling(jpeg, from) + 1] & 0xFF;
  }

  private static boolean isExif(byte[] jpeg, int from) {
    int data = behindFilling(jpeg, from) + HEADER;
    int end = Math.min(jpeg.length, data + PREFIX.length);
    return code(jpeg, from) == APP1 && Arrays.equals(jpeg, data, end, PREFIX, 0, PREFIX.length);
  }

  /** The last 0xFF of those that begin here; −1 for none. */
  private static int behindFilling(byte[] jpeg, int from) {
    int at = from;
    while (at < jpeg.length && jpeg[at] == (byte) 0xFF) {
      at++;
    }
    return at == from ? -1 : at - 1;
  }
}
