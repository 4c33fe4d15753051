package io.facestream.vision.picture.file;

import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * A Huffman table of a JPEG, made to pass over symbols and the bits of the coefficient behind each.
 *
 * <p>An entry holds, from the lowest byte: the bits of the code and of its coefficient together, by
 * how many coefficients it leads on (128 for the end of the block), and the symbol. 0 is no code.
 *
 * <p>Most symbols are so short that the next bits hold several. An entry for these holds the bits
 * and the coefficients of all of them, the end of the block not counted, and whether they end it.
 */
final class HuffmanTable {
  static final int END_OF_BLOCK = 128;

  private static final int LOOKUP_BITS = 10;
  private static final int SEVERAL_BITS = 11;
  private static final int MAX_SIZE = 15;
  private static final int ENDS_BLOCK = 1 << 16;
  private static final int MAX_LENGTH = 16;

  /** Of an entry. */
  static final int MOST_BITS = MAX_LENGTH + MAX_SIZE;

  private final int[] byFirstBits = new int[1 << LOOKUP_BITS];
  private final int[] beyondOfLength = new int[MAX_LENGTH + 1];
  private final int[] firstOfLength = new int[MAX_LENGTH + 1];
  private final int[] indexOfLength = new int[MAX_LENGTH + 1];
  private final int[] entries;
  private int[] several;

  /**
   * @param counts number of codes of each length 1…16
   * @param symbols in order of their codes
   * @return null when these are no prefix codes
   */
  static HuffmanTable of(int[] counts, int[] symbols) {
    HuffmanTable table = new HuffmanTable(symbols.length);
    return table.assign(counts, symbols) ? table : null;
  }

  /** What decoders use when a file has no table of its own, as the frames of many webcams. */
  static HuffmanTable standard(boolean dc, int slot) {
    JPEGHuffmanTable table =
        slot == 0
            ? dc ? JPEGHuffmanTable.StdDCLuminance : JPEGHuffmanTable.StdACLuminance
            : dc ? JPEGHuffmanTable.StdDCChrominance : JPEGHuffmanTable.StdACChrominance;
    return of(widened(table.getLengths()), widened(table.getValues()));
  }

  private HuffmanTable(int symbols) {
    this.entries = new int[symbols];
  }

  /** The entry of the code that these 16 bits begin with. */
  int find(int next16) {
    int entry = byFirstBits[next16 >> MAX_LENGTH - LOOKUP_BITS];
    return entry != 0 ? entry : findLong(next16);
  }

  /** The entry of the codes that these bits begin with; 0 when the first of them is too long. */
  int findSeveral(long next) {
    if (several == null) {
      several = combine();
    }
    return several[(int) (next >>> Long.SIZE - SEVERAL_BITS)];
  }

  static int bits(int entry) {
    return entry & 0xFF;
  }

  static int advance(int entry) {
    return entry >> 8 & 0xFF;
  }

  static int symbol(int entry) {
    return entry >> 16;
  }

  /** Whether the last of several symbols ends the block. */
  static boolean endsBlock(int several) {
    return (several & ENDS_BLOCK) != 0;
  }

  private int[] combine() {
    int[] combined = new int[1 << SEVERAL_BITS];
    for (int next = 0; next < combined.length; next++) {
      int used = 0;
      int led = 0;
      int end = 0;
      while (used < SEVERAL_BITS && end == 0) {
        int entry = find(next << MAX_LENGTH - SEVERAL_BITS + used & 0xFFFF);
        int codeLength = bits(entry) - (symbol(entry) & MAX_SIZE);
        if (entry == 0 || used + codeLength > SEVERAL_BITS) {
          break;
        }
        end = advance(entry) == END_OF_BLOCK ? ENDS_BLOCK : 0;
        led += end == 0 ? advance(entry) : 0;
        used += bits(entry);
      }
      combined[next] = end | led << 8 | used;
    }
    return combined;
  }

  private int findLong(int next16) {
    for (int length = LOOKUP_BITS + 1; length <= MAX_LENGTH; length++) {
      int code = next16 >> MAX_LENGTH - length;
      if (code < beyondOfLength[length]) {
        return entries[indexOfLength[length] + code - firstOfLength[length]];
      }
    }
    return 0;
  }

  private boolean assign(int[] counts, int[] symbols) {
    int code = 0;
    int index = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      firstOfLength[length] = code;
      indexOfLength[length] = index;
      for (int i = 0; i < counts[length - 1]; i++, code++, index++) {
        if (code >= 1 << length) {
          return false;
        }
        entries[index] = entry(length, symbols[index]);
        if (length <= LOOKUP_BITS) {
          int spare = LOOKUP_BITS - length;
          Arrays.fill(byFirstBits, code << spare, code + 1 << spare, entries[index]);
        }
      }
      beyondOfLength[length] = code;
      code <<= 1;
    }
    return true;
  }

  private static int entry(int length, int symbol) {
    int size = symbol & 15;
    int run = symbol >> 4;
    int advance = size > 0 ? run + 1 : run == 15 ? 16 : END_OF_BLOCK;
    return symbol << 16 | advance << 8 | length + size;
  }

  private static int[] widened(short[] numbers) {
    int[] wide = new int[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }
}
