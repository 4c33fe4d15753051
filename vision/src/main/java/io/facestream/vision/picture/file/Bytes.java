package io.facestream.vision.picture.file;

import java.util.Arrays;

/** Reads numbers out of an encoded picture and says "truncated" where it ends too early. */
public final class Bytes {
  private final byte[] bytes;
  private final String format;

  Bytes(byte[] bytes, String format) {
    this.bytes = bytes;
    this.format = format;
  }

  int length() {
    return bytes.length;
  }

  /** The bytes themselves, not to be changed. */
  byte[] array() {
    return bytes;
  }

  int at(int offset) throws UnreadablePictureException {
    if (offset >= bytes.length || offset < 0) {
      throw truncated();
    }
    return bytes[offset] & 0xFF;
  }

  int bigEndian16(int offset) throws UnreadablePictureException {
    return at(offset) << 8 | at(offset + 1);
  }

  int bigEndian32(int offset) throws UnreadablePictureException {
    return bigEndian16(offset) << 16 | bigEndian16(offset + 2);
  }

  int littleEndian16(int offset) throws UnreadablePictureException {
    return at(offset) | at(offset + 1) << 8;
  }

  int littleEndian24(int offset) throws UnreadablePictureException {
    return littleEndian16(offset) | at(offset + 2) << 16;
  }

  long littleEndian32(int offset) throws UnreadablePictureException {
    return littleEndian16(offset) | (long) littleEndian16(offset + 2) << 16;
  }

  boolean is(int offset, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (offset + i >= bytes.length || bytes[offset + i] != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether so many bytes in a row are zero. */
  boolean hasZeros(int from, int to, int length) {
    int step = length / 2;
    for (int probe = from + step; probe < to; probe += step) {
      if (bytes[probe] == 0) {
        int start = probe;
        while (start > from && bytes[start - 1] == 0) {
          start--;
        }
        int end = probe;
        while (end < to && bytes[end] == 0) {
          end++;
        }
        if (end - start >= length) {
          return true;
        }
        probe = Math.max(probe, end - step);
      }
    }
    return false;
  }

  /** A copy of a part, which may be cut at the end of the picture. */
  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, Math.max(from, Math.min(to, bytes.length)));
  }

  UnreadablePictureException truncated() {
    return new UnreadablePictureException(
        "truncated "
            + format
            + ": it ends after "
            + bytes.length
            + " bytes in the middle of the picture, send the whole file");
  }

  UnreadablePictureException damaged(String how) {
    return new UnreadablePictureException(
        "damaged " + format + ": " + how + ", save or capture it again");
  }

  /** A file that would take long to read for what it shows. */
  UnreadablePictureException tooMany(int limit, String parts) {
    return new UnreadablePictureException(
        "too laborious "
            + format
            + ": more than "
            + limit
            + " "
            + parts
            + ", save it again as a plain picture");
  }
}
