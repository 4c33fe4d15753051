package io.facestream.vision.picture.file;

/**
 * The bytes between the last block of a scan and the next marker.
 *
 * <p>There should be none. Encoders pad, webcams add a byte or two; notes of the maker follow where
 * a camera leaves the end mark out; and where bytes within the scan were replaced, data are left
 * that should have filled the picture.
 *
 * @param from where they begin
 * @param marker where the marker behind them begins; the end of the file when there is none
 */
record JpegLeftover(byte[] data, int from, int marker) {
  /** So many bytes of any kind mean nothing. */
  static final int MAX_PADDING = 16;

  private static final int EOI = 0xD9;

  static JpegLeftover of(Bytes bytes, int from) {
    byte[] data = bytes.array();
    int at = from;
    while (at < data.length && !(data[at] == (byte) 0xFF && isMarker(data, at + 1))) {
      at++;
    }
    return new JpegLeftover(data, from, at);
  }

  private static boolean isMarker(byte[] data, int at) {
    if (at >= data.length) {
      return false;
    }
    int code = data[at] & 0xFF;
    return code != 0 && code != 0xFF && !(code >= 0xD0 && code <= 0xD7);
  }

  int length() {
    return marker - from;
  }

  boolean isPadding() {
    for (int at = from; at < marker; at++) {
      if (data[at] != 0 && data[at] != (byte) 0xFF) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether these were to be seen. They were when they go on as the last blocks did, being of one
   * byte, as where a disk or a download filled up what it had not got; when the end mark behind
   * them ends the file, or when they have the looks of entropy-coded data: stuffed bytes and, but
   * for these, hardly a zero.
   */
  boolean isPictureData() {
    if (isMiddleOfARun()) {
      return true;
    }
    if (length() <= MAX_PADDING || isPadding()) {
      return false;
    }
    boolean endMark = marker + 1 < data.length && (data[marker + 1] & 0xFF) == EOI;
    return endMark && nothingFrom(marker + 2) || looksEntropyCoded();
  }

  /** Whether the picture goes on: with tables, a scan, a comment or the end mark. */
  boolean isFollowedByASegment() {
    if (length() > MAX_PADDING || marker + 1 >= data.length) {
      return false;
    }
    int code = data[marker + 1] & 0xFF;
    return code >= 0xC0 && code != 0xD8;
  }

  private boolean isMiddleOfARun() {
    if (length() == 0) {
      return false;
    }
    for (int at = from - MAX_PADDING; at < from; at++) {
      if (data[at] != data[from]) {
        return false;
      }
    }
    return true;
  }

  private boolean nothingFrom(int offset) {
    for (int at = offset; at < data.length; at++) {
      if (data[at] != 0 && data[at] != (byte) 0xFF) {
        return false;
      }
    }
    return true;
  }

  private boolean looksEntropyCoded() {
    int stuffed = 0;
    int zeros = 0;
    for (int at = from; at < marker; at++) {
      if (data[at] == 0) {
        boolean stuffing = at > from && data[at - 1] == (byte) 0xFF;
        stuffed += stuffing ? 1 : 0;
        zeros += stuffing ? 0 : 1;
      }
    }
    return stuffed > 0 && zeros < length() / 16;
  }
}
