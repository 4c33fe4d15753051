package io.facestream.photos.stills;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Adds a tag to a TIFF file: its directory, with one entry more, is written again at the end. */
final class TiffTag {
  private static final int ENTRY_BYTES = 12;
  private static final int ORIENTATION = 0x112;
  private static final short SHORT = 3;

  private TiffTag() {}

  static byte[] orientation(byte[] file, int value) {
    ByteBuffer old = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int directory = old.getInt(4);
    int entries = old.getShort(directory);
    ByteBuffer out =
        ByteBuffer.allocate(file.length + 2 + (entries + 1) * ENTRY_BYTES + 4)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(file).putInt(4, file.length).putShort((short) 0);
    int written = 0;
    boolean added = false;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      int tag = Short.toUnsignedInt(old.getShort(entry));
      if (!added && tag >= ORIENTATION) {
        out.putShort((short) ORIENTATION).putShort(SHORT).putInt(1).putInt(value);
        added = true;
        written++;
      }
      if (tag != ORIENTATION) {
        out.put(file, entry, ENTRY_BYTES);
        written++;
      }
    }
    out.putShort(file.length, (short) written);
    return out.array();
  }
}
