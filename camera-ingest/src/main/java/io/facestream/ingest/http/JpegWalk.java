package io.facestream.ingest.http;

/**
 * Finds where a JPEG ends by its own structure (ITU-T T.81, annex B), as its bytes come in: no
 * length or line that a server writes around it is needed.
 */
final class JpegWalk {
  /** What is known so far. */
  enum State {
    /** More bytes are needed. */
    OPEN,
    /** {@link #end()} is behind the end marker. */
    WHOLE,
    /** Something else begins at {@link #end()} although the end marker has not come. */
    CUT,
    /** No JPEG; what comes at {@link #end()} may be one. */
    BROKEN
  }

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_USED = 0xC0;

  private final Delimiter delimiter;
  private int at;
  private boolean inScan;
  private boolean hasScan;

  /**
   * @param start where FF D8 stands
   * @param delimiter what separates pictures
   */
  JpegWalk(int start, Delimiter delimiter) {
    this.at = start + 2;
    this.delimiter = delimiter;
  }

  /** Where the state holds, an index into the bytes. */
  int end() {
    return at;
  }

  /** Goes on in the same bytes, of which there are more now. */
  State walk(byte[] bytes, int length) {
    while (at + 1 < length) {
      if (inScan) {
        if (delimiter.isLineAt(bytes, at, length)) {
          return State.CUT;
        }
        int marker = bytes[at + 1] & 0xFF;
        if ((bytes[at] & 0xFF) == 0xFF
            && marker >= FIRST_USED
            && !isRestart(marker)
            && marker != 0xFF) {
          if (marker == START) {
            return State.CUT;
          }
          inScan = false;
        } else {
          at++;
        }
        continue;
      }
      if ((bytes[at] & 0xFF) != 0xFF) {
        return State.BROKEN;
      }
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
      } else if (marker == END) {
        at += hasScan ? 2 : 0;
        return hasScan ? State.WHOLE : State.BROKEN;
      } else if (marker == TEMPORARY || isRestart(marker)) {
        at += 2;
      } else if (marker < FIRST_USED || marker == START) {
        return State.BROKEN;
      } else if (at + 3 >= length) {
        return State.OPEN;
      } else {
        int size = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
        if (size < 2) {
          return State.BROKEN;
        }
        if (at + 2 + size + 1 >= length) {
          return State.OPEN;
        }
        // A segment that does not end where another thing begins has a wrong length: look inside.
        if (marker != SCAN && (bytes[at + 2 + size] & 0xFF) != 0xFF) {
          return State.BROKEN;
        }
        inScan = marker == SCAN;
        hasScan |= inScan;
        at += 2 + size;
      }
    }
    return State.OPEN;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }
}
