package io.facestream.vision.picture.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of a JPEG's entropy-coded data from one marker to the next, without the stuffed zeros
 * (ITU-T T.81, section F.2.2.5).
 */
final class EntropyBits {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

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

  /**
   * Passes over a block of a sequential scan, several symbols at a time.
   *
   * @return the first coefficient not passed over, {@link HuffmanTable#END_OF_BLOCK} behind the
   *     last; what is left is to be read symbol by symbol
   */
  int skipBlock(HuffmanTable dc, HuffmanTable ac, int coefficients) {
    if (count < HuffmanTable.MOST_BITS) {
      fill();
    }
    // In variables of its own, which the compiler keeps in registers.
    long unread = bits;
    int left = count;
    int difference = dc.find((int) (unread >>> 48));
    int length = HuffmanTable.bits(difference);
    if (difference == 0 || length > left) {
      return 0;
    }
    int k = 1;
    do {
      unread <<= length;
      left -= length;
      if (left < HuffmanTable.MOST_BITS) {
        bits = unread;
        count = left;
        fill();
        unread = bits;
        left = count;
      }
      int several = ac.findSeveral(unread);
      int next = k + HuffmanTable.advance(several);
      length = HuffmanTable.bits(several);
      if (several == 0 || next >= coefficients || length > left) {
        length = 0;
        break;
      }
      k = HuffmanTable.endsBlock(several) ? HuffmanTable.END_OF_BLOCK : next;
    } while (k < coefficients);
    bits = unread << length;
    count = left - length;
    return k;
  }

  private void fill() {
    if (!fillWhole()) {
      fillByBytes();
    }
  }

  /** Takes all that fits at once, which it does where there is neither a marker nor stuffing. */
  private boolean fillWhole() {
    if (position + Long.BYTES > data.length || count > Long.SIZE - Byte.SIZE) {
      return false;
    }
    long next = (long) EIGHT_BYTES.get(data, position);
    boolean holdsAllOnes = (~next - LOWEST_BITS & next & HIGHEST_BITS) != 0;
    if (holdsAllOnes) {
      return false;
    }
    int taken = (Long.SIZE - count) / Byte.SIZE;
    bits |= (next & -1L << Long.SIZE - taken * Byte.SIZE) >>> count;
    count += taken * Byte.SIZE;
    position += taken;
    return true;
  }

  private void fillByBytes() {
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
