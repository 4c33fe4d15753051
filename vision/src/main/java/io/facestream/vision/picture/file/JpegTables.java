package io.facestream.vision.picture.file;

/** The Huffman tables and the restart interval of a JPEG as its scans find them. */
final class JpegTables {
  private static final int SLOTS = 4;
  private static final int LENGTHS = 16;
  private static final int MAX_SYMBOLS = 256;

  private final Bytes bytes;
  private final HuffmanTable[] dc = new HuffmanTable[SLOTS];
  private final HuffmanTable[] ac = new HuffmanTable[SLOTS];
  private final int[] dcAt = new int[SLOTS];
  private final int[] acAt = new int[SLOTS];
  private int restartInterval;

  JpegTables(Bytes bytes) {
    this.bytes = bytes;
  }

  /** Notes where tables lie; they are made when a scan uses them. */
  void readHuffman(int offset) throws UnreadablePictureException {
    int end = offset + bytes.bigEndian16(offset);
    int at = offset + 2;
    while (at < end) {
      int slot = bytes.at(at) & 15;
      boolean isDc = bytes.at(at) >> 4 == 0;
      if (slot >= SLOTS || bytes.at(at) >> 4 > 1) {
        throw bytes.damaged("a Huffman table is not one");
      }
      (isDc ? dcAt : acAt)[slot] = at + 1;
      (isDc ? dc : ac)[slot] = null;
      at += 1 + LENGTHS + symbols(at + 1);
    }
    if (at != end) {
      throw bytes.damaged("a Huffman table is not one");
    }
  }

  void readRestartInterval(int offset) throws UnreadablePictureException {
    restartInterval = bytes.bigEndian16(offset + 2);
  }

  /** In units of a scan; 0 for none. */
  int restartInterval() {
    return restartInterval;
  }

  HuffmanTable dc(int slot) throws UnreadablePictureException {
    return table(dc, dcAt, slot, true);
  }

  HuffmanTable ac(int slot) throws UnreadablePictureException {
    return table(ac, acAt, slot, false);
  }

  private HuffmanTable table(HuffmanTable[] made, int[] places, int slot, boolean isDc)
      throws UnreadablePictureException {
    if (slot >= SLOTS) {
      throw bytes.damaged("a scan names a Huffman table that cannot be");
    }
    if (made[slot] == null) {
      made[slot] =
          places[slot] == 0 ? HuffmanTable.standard(isDc, Math.min(slot, 1)) : read(places[slot]);
    }
    return made[slot];
  }

  private HuffmanTable read(int at) throws UnreadablePictureException {
    int[] counts = new int[LENGTHS];
    for (int i = 0; i < LENGTHS; i++) {
      counts[i] = bytes.at(at + i);
    }
    int[] symbols = new int[symbols(at)];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = bytes.at(at + LENGTHS + i);
    }
    HuffmanTable table = HuffmanTable.of(counts, symbols);
    if (table == null) {
      throw bytes.damaged("a Huffman table is not one");
    }
    return table;
  }

  private int symbols(int at) throws UnreadablePictureException {
    int sum = 0;
    for (int i = 0; i < LENGTHS; i++) {
      sum += bytes.at(at + i);
    }
    if (sum > MAX_SYMBOLS) {
      throw bytes.damaged("a Huffman table is not one");
    }
    return sum;
  }
}
