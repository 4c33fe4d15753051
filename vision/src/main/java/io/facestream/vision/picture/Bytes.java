package io.facestream.vision.picture;

import io.facestream.vision.UnreadablePictureException;

/** Reads numbers out of an encoded picture and says "truncated" where it ends too early. */
final class Bytes {
  private final byte[] bytes;
  private final String format;

  Bytes(byte[] bytes, String format) {
    this.bytes = bytes;
    this.format = format;
  }

  int length() {
    return bytes.length;
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

  boolean is(int offset, String fourLetters) {
    for (int i = 0; i < fourLetters.length(); i++) {
      if (offset + i >= bytes.length || bytes[offset + i] != fourLetters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  UnreadablePictureException truncated() {
    return new UnreadablePictureException(
        "truncated "
            + format
            + ": it ends after "
            + bytes.length
            + " bytes without its end mark, send the whole file");
  }

  UnreadablePictureException damaged(String how) {
    return new UnreadablePictureException(
        "damaged " + format + ": " + how + ", save or capture it again");
  }
}
