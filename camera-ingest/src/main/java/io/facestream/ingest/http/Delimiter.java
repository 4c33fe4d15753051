package io.facestream.ingest.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands between the parts of a multipart body: two dashes and the boundary, where some
 * servers count dashes in, or write more of them than they announce.
 */
final class Delimiter {
  private static final int DASHES = 2;

  private final byte[] bytes;

  /**
   * @param boundary as announced; null or only dashes: there is none
   */
  Delimiter(String boundary) {
    String core = boundary == null ? "" : boundary.replaceFirst("^-+", "");
    this.bytes = core.isEmpty() ? new byte[0] : ("--" + core).getBytes(StandardCharsets.ISO_8859_1);
  }

  int length() {
    return bytes.length;
  }

  /** Whether it stands here, whatever is around it. */
  boolean isAt(byte[] in, int at, int length) {
    if (bytes.length == 0 || at + bytes.length > length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (in[at + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line begins here that holds it alone; so much does not come about by chance. */
  boolean isLineAt(byte[] in, int at, int length) {
    if (in[at] != '\n') {
      return false;
    }
    int from = at + 1;
    while (from < length && in[from] == '-' && !isAt(in, from, length)) {
      from++;
    }
    int end = from + bytes.length;
    return isAt(in, from, length) && end < length && (in[end] == '\r' || in[end] == '\n');
  }

  /** Whether the bytes end before it shows whether such a line begins here. */
  boolean mayBeLineAt(byte[] in, int at, int length) {
    if (bytes.length == 0 || in[at] != '\n') {
      return false;
    }
    int from = at + 1;
    while (from < length && in[from] == '-') {
      from++;
    }
    int left = length - from;
    if (left > 0 && from < at + 1 + DASHES || left > bytes.length - DASHES) {
      return false;
    }
    return Arrays.equals(in, from, length, bytes, DASHES, DASHES + left);
  }
}
