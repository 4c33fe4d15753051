package io.facestream.vision.picture.file;

/**
 * Tells from the first bytes what a file is that we do not take, so that the refusal can name it.
 */
final class Magic {
  private static final int TEXT_PROBE = 64;

  private Magic() {}

  static boolean startsWith(byte[] bytes, int offset, int... magic) {
    if (bytes.length < offset + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[offset + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  static String describe(byte[] bytes) {
    if (startsWith(bytes, 4, 'f', 't', 'y', 'p')) {
      return "a video or audio file";
    }
    if (startsWith(bytes, 0, '%', 'P', 'D', 'F')) {
      return "a PDF document";
    }
    if (startsWith(bytes, 0, 'P', 'K', 3, 4)) {
      return "a ZIP archive";
    }
    return isText(bytes) ? "not a picture but text" : "not a picture";
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, TEXT_PROBE); i++) {
      int b = bytes[i] & 0xFF;
      boolean printable = b >= 0x20 && b != 0x7F || b == '\t' || b == '\n' || b == '\r';
      if (!printable) {
        return false;
      }
    }
    return true;
  }
}
