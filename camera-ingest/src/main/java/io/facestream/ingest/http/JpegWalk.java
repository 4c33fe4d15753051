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
    /** No JPEG; what comes at {@link #resume()} may be one. */
    BROKEN
  }

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int TEMPORARY = 0x01;
  private static final int FILL = 0xFF;
  private static final int FIRST_USED = 0xC0;

  /** What says it is a longer table is damaged data. */
  private static final int LARGEST_TABLE = 4096;

  private final Delimiter delimiter;
  private int start;
  private int at;
  private int suspect;
  private boolean inScan;
  private boolean hasScan;

  /**
   * @param start where FF D8 stands
   * @param delimiter what separates pictures
   */
  JpegWalk(int start, Delimiter delimiter) {
    this.start = start;
    this.at = start + 2;
    this.suspect = at;
    this.delimiter = delimiter;
  }

  /** Where FF D8 stands. */
  int start() {
    return start;
  }

  /**
   * Where to look for the next picture when this is none: what damage made look like a segment or a
   * scan may hide it.
   */
  int resume() {
    return suspect;
  }

  /** So many bytes before this were dropped. */
  void shift(int bytes) {
    start -= bytes;
    at -= bytes;
    suspect -= bytes;
  }

  /** Where the state holds, an index into the bytes. */
  int end() {
    return at;
  }

  /** Goes on in the same bytes, of which there are more now. */
  State walk(byte[] bytes, int length) {
    State state = null;
    while (state == null && at + 1 < length) {
      state = inScan ? walkData(bytes, length) : walkSegment(bytes, length);
    }
    return state == null ? State.OPEN : state;
  }

  /** A byte of the scan's data; null: go on. */
  private State walkData(byte[] bytes, int length) {
    if (delimiter.isLineAt(bytes, at, length)) {
      return State.CUT;
    }
    if (delimiter.mayBeLineAt(bytes, at, length)) {
      return State.OPEN;
    }
    int marker = bytes[at + 1] & 0xFF;
    if ((bytes[at] & 0xFF) != 0xFF || marker < FIRST_USED || isRestart(marker) || marker == FILL) {
      at++;
      return null;
    }
    if (marker == START) {
      return State.CUT;
    }
    inScan = false;
    return null;
  }

  /** A marker and what belongs to it; null: go on. */
  private State walkSegment(byte[] bytes, int length) {
    int marker = bytes[at + 1] & 0xFF;
    if ((bytes[at] & 0xFF) != 0xFF) {
      return State.BROKEN;
    }
    if (marker == FILL) {
      at++;
      return null;
    }
    if (marker == END) {
      at += hasScan ? 2 : 0;
      return hasScan ? State.WHOLE : State.BROKEN;
    }
    if (marker == TEMPORARY || isRestart(marker)) {
      at += 2;
      return null;
    }
    if (marker < FIRST_USED || marker == START) {
      return State.BROKEN;
    }
    return at + 3 < length ? walkBody(marker, bytes, length) : State.OPEN;
  }

  private State walkBody(int marker, byte[] bytes, int length) {
    int size = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    if (size < 2 || size > LARGEST_TABLE && (hasScan || !isMetadata(marker))) {
      return State.BROKEN;
    }
    if (at + 2 + size + 1 >= length) {
      return State.OPEN;
    }
    suspect = hasScan ? suspect : at + 2;
    // A segment that does not end where another thing begins has a wrong length: look inside.
    if (marker != SCAN && (bytes[at + 2 + size] & 0xFF) != 0xFF) {
      return State.BROKEN;
    }
    inScan = marker == SCAN;
    hasScan |= inScan;
    at += 2 + size;
    return null;
  }

  /** Metadata and comments, which stand before the picture's data. */
  private static boolean isMetadata(int marker) {
    return marker >= 0xE0 && marker <= 0xEF || marker == 0xFE;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }
}
