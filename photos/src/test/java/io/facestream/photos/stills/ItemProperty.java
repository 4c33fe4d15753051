package io.facestream.photos.stills;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Adds a property of one byte to the only item of a HEIF file (ISO/IEC 23008-12), before whose data
 * all boxes stand.
 */
final class ItemProperty {
  private static final int PROPERTY_BYTES = 9;
  private static final int ESSENTIAL = 0x80;

  private ItemProperty() {}

  static byte[] add(byte[] file, String property, int value) {
    ByteBuffer old = ByteBuffer.wrap(file);
    int container = box(file, "ipco");
    int containerEnd = container + old.getInt(container);
    int association = box(file, "ipma");
    int associationEnd = association + old.getInt(association);
    ByteBuffer out = ByteBuffer.allocate(file.length + PROPERTY_BYTES + 1);
    out.put(file, 0, containerEnd);
    out.putInt(PROPERTY_BYTES).put(property.getBytes(StandardCharsets.US_ASCII)).put((byte) value);
    out.put(file, containerEnd, associationEnd - containerEnd);
    out.put((byte) (ESSENTIAL | (count(old, container + 8, containerEnd) + 1)));
    out.put(file, associationEnd, file.length - associationEnd);
    grow(out, box(file, "meta"), PROPERTY_BYTES + 1);
    grow(out, box(file, "iprp"), PROPERTY_BYTES + 1);
    grow(out, container, PROPERTY_BYTES);
    grow(out, association + PROPERTY_BYTES, 1);
    // The number of associations follows that of the items and the item's own.
    int associations = association + PROPERTY_BYTES + 18;
    out.put(associations, (byte) (out.get(associations) + 1));
    // The offset of the data follows the item and the file that they are in.
    grow(out, box(file, "iloc") + 20, PROPERTY_BYTES + 1);
    return out.array();
  }

  private static void grow(ByteBuffer out, int at, int by) {
    out.putInt(at, out.getInt(at) + by);
  }

  private static int count(ByteBuffer file, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at += file.getInt(at)) {
      count++;
    }
    return count;
  }

  /** Where the box begins, with its size. */
  private static int box(byte[] file, String name) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(name) - Integer.BYTES;
  }
}
