package io.facestream.vision.picture.file;

import io.facestream.vision.picture.file.JpegFrame.Component;
import java.util.Arrays;

/**
 * Walks one scan of a Huffman-coded JPEG symbol by symbol, without computing a coefficient: only so
 * can it be known whether all of the picture is there. Decoders make up what is missing.
 */
final class JpegScan {
  private static final int COEFFICIENTS = JpegScanHeader.COEFFICIENTS;
  private static final int MAX_PADDING = 16;
  private static final int ZEROS_OF_A_HOLE = 64;

  private final Bytes bytes;
  private final JpegTables tables;
  private final JpegFrame frame;
  private final JpegScanHeader header;
  private final Component[] components;
  private final int first;
  private final int last;
  private final int high;
  private final EntropyBits bits;
  private int endOfBand;

  /** Reads the scan header whose length lies at the offset. */
  JpegScan(Bytes bytes, int offset, JpegFrame frame, JpegTables tables)
      throws UnreadablePictureException {
    this.bytes = bytes;
    this.tables = tables;
    this.frame = frame;
    this.header = JpegScanHeader.read(bytes, offset, frame);
    this.components = header.components();
    this.first = header.first();
    this.last = header.last();
    this.high = header.high();
    this.bits = new EntropyBits(bytes.array(), header.end());
  }

  /**
   * Walks to the end.
   *
   * @return where the first byte lies that is not of the scan
   */
  int walk() throws UnreadablePictureException {
    int interval = tables.restartInterval();
    int units = units();
    for (int done = 0; done < units; ) {
      int until = interval == 0 ? units : Math.min(units, done + interval);
      endOfBand = 0;
      walkUnits(done, until, units);
      if (until < units) {
        restart(until / interval - 1 & 7);
      }
      done = until;
    }
    if (zerosCannotBe() && bytes.hasZeros(header.end(), bits.position(), ZEROS_OF_A_HOLE)) {
      throw bytes.damaged("its picture data have a hole");
    }
    for (Component component : components) {
      Arrays.fill(component.missingBits(), first, last + 1, header.low());
    }
    return bits.position();
  }

  /**
   * Whether zero bits code details and not the end of a block: plain areas are not coded by them
   * then, and no picture has so much of the same detail.
   */
  private boolean zerosCannotBe() throws UnreadablePictureException {
    if (last == 0 || high > 0) {
      return false;
    }
    for (int slot : header.acSlots()) {
      if (HuffmanTable.advance(tables.ac(slot).find(0)) != HuffmanTable.END_OF_BLOCK) {
        return true;
      }
    }
    return false;
  }

  private int units() {
    return components.length == 1
        ? components[0].columns() * components[0].rows()
        : frame.interleavedUnits();
  }

  private void walkUnits(int from, int until, int units) throws UnreadablePictureException {
    HuffmanTable[] dc = new HuffmanTable[components.length];
    HuffmanTable[] ac = new HuffmanTable[components.length];
    for (int i = 0; i < components.length; i++) {
      dc[i] = first == 0 && high == 0 ? tables.dc(header.dcSlots()[i]) : null;
      ac[i] = last > 0 ? tables.ac(header.acSlots()[i]) : null;
    }
    for (int unit = from; unit < until; unit++) {
      for (int i = 0; i < components.length; i++) {
        int blocks = components.length == 1 ? 1 : components[i].across() * components[i].down();
        for (int block = 0; block < blocks; block++) {
          if (!walkBlock(components[i], unit, dc[i], ac[i])) {
            throw lost(unit, units);
          }
        }
      }
    }
  }

  private boolean walkBlock(Component component, int unit, HuffmanTable dc, HuffmanTable ac)
      throws UnreadablePictureException {
    if (!frame.progressive()) {
      return walkCoefficients(dc, ac);
    }
    if (first == 0) {
      return high == 0 ? skipSymbol(dc) != 0 : bits.skip(1);
    }
    return high == 0
        ? walkBand(component.nonZero(), unit, ac)
        : refineBand(component.nonZero(), unit, ac);
  }

  private boolean walkCoefficients(HuffmanTable dc, HuffmanTable ac)
      throws UnreadablePictureException {
    int k = bits.skipBlock(dc, ac, COEFFICIENTS);
    while (k < COEFFICIENTS) {
      int entry = skipSymbol(k == 0 ? dc : ac);
      if (entry == 0) {
        return false;
      }
      k += k == 0 ? 1 : HuffmanTable.advance(entry);
    }
    if (k > COEFFICIENTS && k < HuffmanTable.END_OF_BLOCK) {
      throw garbled();
    }
    return true;
  }

  /** First bits of a band of coefficients (ITU-T T.81, section G.1.2.2). */
  private boolean walkBand(long[] nonZero, int block, HuffmanTable ac)
      throws UnreadablePictureException {
    if (endOfBand > 0) {
      endOfBand--;
      return true;
    }
    int k = first;
    while (k <= last) {
      int entry = skipSymbol(ac);
      if (entry == 0) {
        return false;
      }
      int advance = HuffmanTable.advance(entry);
      if (advance == HuffmanTable.END_OF_BLOCK) {
        return beginEndOfBand(HuffmanTable.symbol(entry) >> 4);
      }
      k += advance;
      if (k > last + 1) {
        throw garbled();
      }
      if ((HuffmanTable.symbol(entry) & 15) > 0) {
        nonZero[block] |= 1L << k - 1;
      }
    }
    return true;
  }

  /** One more bit of a band of coefficients (ITU-T T.81, section G.1.2.3). */
  private boolean refineBand(long[] nonZero, int block, HuffmanTable ac)
      throws UnreadablePictureException {
    int k = first;
    while (endOfBand == 0 && k <= last) {
      int entry = skipSymbol(ac);
      if (entry == 0) {
        return false;
      }
      if ((HuffmanTable.symbol(entry) & 15) > 1) {
        throw garbled();
      }
      if (HuffmanTable.advance(entry) == HuffmanTable.END_OF_BLOCK) {
        if (!beginEndOfBand(HuffmanTable.symbol(entry) >> 4)) {
          return false;
        }
        endOfBand++;
        break;
      }
      int zeros = HuffmanTable.symbol(entry) >> 4;
      boolean known = (nonZero[block] >> k & 1) != 0;
      while (known || zeros > 0) {
        if (known && !bits.skip(1)) {
          return false;
        }
        zeros -= known ? 0 : 1;
        k++;
        if (k > last) {
          throw garbled();
        }
        known = (nonZero[block] >> k & 1) != 0;
      }
      if ((HuffmanTable.symbol(entry) & 15) > 0) {
        nonZero[block] |= 1L << k;
      }
      k++;
    }
    if (endOfBand == 0) {
      return true;
    }
    endOfBand--;
    return skipCorrections(nonZero[block], k);
  }

  private boolean skipCorrections(long nonZero, int from) {
    if (from > last) {
      return true;
    }
    int correct =
        Long.bitCount(nonZero << COEFFICIENTS - 1 - last >>> COEFFICIENTS - 1 - last >>> from);
    return bits.skip(Math.min(correct, 32)) && (correct <= 32 || bits.skip(correct - 32));
  }

  /** The band of this block ends, and that of so many blocks behind it is empty. */
  private boolean beginEndOfBand(int lengthBits) {
    int more = lengthBits == 0 ? 0 : bits.peek16() >> Short.SIZE - lengthBits;
    endOfBand = (1 << lengthBits) - 1 + more;
    return bits.skip(lengthBits);
  }

  /** Skips a code and its bits; returns its entry, or 0 when the data have ended. */
  private int skipSymbol(HuffmanTable table) throws UnreadablePictureException {
    int entry = table.find(bits.peek16());
    if (entry == 0) {
      if (!bits.skip(Short.SIZE)) {
        return 0;
      }
      throw garbled();
    }
    return bits.skip(HuffmanTable.bits(entry)) ? entry : 0;
  }

  /** Goes on behind the restart marker of this number, which must come next. */
  private void restart(int number) throws UnreadablePictureException {
    int from = bits.position();
    int marker = JpegStructure.markerFrom(bytes, from);
    if (marker - from > MAX_PADDING || bytes.at(marker) != 0xD0 + number) {
      throw bytes.damaged("picture data are missing in the middle");
    }
    bits.restartAt(marker + 1);
  }

  private UnreadablePictureException garbled() {
    return bytes.damaged("its picture data are garbled");
  }

  private UnreadablePictureException lost(int unit, int units) {
    if (bits.atEndOfFile()) {
      return bytes.truncated();
    }
    long percent = 100L * unit / units;
    return bytes.damaged("a scan has data for " + percent + " % of the picture only");
  }
}
