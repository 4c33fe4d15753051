package io.facestream.vision.picture;

/**
 * The bits of a JPEG's entropy-coded data from one marker to the next, without the stuffed zeros
 * (ITU-T T.81, section F.2.2.5).
 */
final class EntropyBits {
  private final byte[] data;
  private int position;
  private long bits;
  private int count;
  private boolean ended;

  EntropyBits(byte[] data, int position) {
    this.data = data;
    this.position = position;
  }

  /** The next 16 bits; behind the end come zeros, which {@link #skip} does not let pass. */
  int peek16() {
    if (count < Short.SIZE) {
      fill();
    }
    return (int) (bits >>> 48);
  }

  /** Passes over some bits, at most 32; false when there are not so many. */
  boolean skip(int length) {
    if (length > count) {
      fill();
      if (length > count) {
        return false;
      }
    }
    bits <<= length;
    count -= length;
    return true;
  }

  /** Where the first whole byte lies that has not been touched. */
  int position() {
    int at = position;
    for (int unread = count / Byte.SIZE; unread > 0; unread--) {
      boolean stuffed = data[at - 1] == 0 && at >= 2 && data[at - 2] == (byte) 0xFF;
      at -= stuffed ? 2 : 1;
    }
    return at;
  }

  /** Whether the file, not a marker, ends the data. */
  boolean atEndOfFile() {
    return position + 1 >= data.length;
  }

  /** Goes on elsewhere, behind a restart marker. */
  void restartAt(int offset) {
    position = offset;
    bits = 0;
    count = 0;
    ended = false;
  }

  private void fill() {
    while (count <= Long.SIZE - Byte.SIZE && !ended) {
      if (position >= data.length) {
        ended = true;
        return;
      }
      int next = data[position] & 0xFF;
      if (next == 0xFF) {
        if (position + 1 >= data.length || data[position + 1] != 0) {
          ended = true;
          return;
        }
        position++;
      }
      position++;
      bits |= (long) next << (Long.SIZE - Byte.SIZE - count);
      count += Byte.SIZE;
    }
  }
}
