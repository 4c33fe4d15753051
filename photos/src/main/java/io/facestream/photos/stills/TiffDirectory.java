package io.facestream.photos.stills;

import io.facestream.vision.picture.file.PictureSize;
import io.facestream.vision.picture.file.UnreadablePictureException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the first directory of a TIFF file (TIFF 6.0, section 2) says of its picture. */
final class TiffDirectory {
  private static final int ENTRY_BYTES = 12;
  private static final int VALUE = 8;
  private static final int WIDTH = 0x100;
  private static final int HEIGHT = 0x101;
  private static final int ORIENTATION = 0x112;
  private static final int SHORT = 3;

  private final byte[] file;
  private final ByteBuffer bytes;
  private final int directory;

  private TiffDirectory(byte[] file) {
    this.file = file;
    this.bytes =
        ByteBuffer.wrap(file)
            .order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    this.directory = bytes.getInt(4);
  }

  /**
   * @throws UnreadablePictureException when the directory lies outside of the file
   */
  static TiffDirectory of(byte[] file) throws UnreadablePictureException {
    try {
      TiffDirectory found = new TiffDirectory(file);
      found.bytes.get(found.directory + Short.BYTES + found.entries() * ENTRY_BYTES - 1);
      return found;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw StillDecoder.damaged("TIFF", "its directory is missing");
    }
  }

  /** As stored; 0×0 when the directory does not say. */
  PictureSize size() {
    int width = 0;
    int height = 0;
    for (int i = 0; i < entries(); i++) {
      int tag = tag(i);
      width = tag == WIDTH ? Math.max(width, number(i)) : width;
      height = tag == HEIGHT ? Math.max(height, number(i)) : height;
    }
    return new PictureSize(width, height);
  }

  /** The file without its orientation, so that whoever decodes it turns nothing. */
  byte[] unturned() {
    ByteBuffer copy = ByteBuffer.wrap(file.clone()).order(bytes.order());
    for (int i = 0; i < entries(); i++) {
      if (tag(i) == ORIENTATION) {
        if (isShort(i)) {
          copy.putShort(entry(i) + VALUE, (short) 1);
        } else {
          copy.putInt(entry(i) + VALUE, 1);
        }
      }
    }
    return copy.array();
  }

  private int entries() {
    return Short.toUnsignedInt(bytes.getShort(directory));
  }

  private int entry(int index) {
    return directory + Short.BYTES + index * ENTRY_BYTES;
  }

  private int tag(int index) {
    return Short.toUnsignedInt(bytes.getShort(entry(index)));
  }

  private boolean isShort(int index) {
    return bytes.getShort(entry(index) + Short.BYTES) == SHORT;
  }

  /** More than a picture may have stays more. */
  private int number(int index) {
    long value =
        isShort(index)
            ? Short.toUnsignedLong(bytes.getShort(entry(index) + VALUE))
            : Integer.toUnsignedLong(bytes.getInt(entry(index) + VALUE));
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
