package io.facestream.ingest.orientation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** EXIF data in the chunks of a PNG (W3C PNG, third edition, section 11.3.4.5). */
final class PngExif {
  private static final int SIGNATURE = 8;
  private static final int OVERHEAD = 12;
  private static final int TYPE = 4;
  private static final int EXIF = 0x65584966;
  private static final int END = 0x49454E44;

  private PngExif() {}

  static byte[] replace(byte[] png, byte[] tiff) {
    ByteBuffer bytes = ByteBuffer.wrap(png);
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 64);
    out.write(png, 0, SIGNATURE);
    int at = SIGNATURE;
    boolean last = false;
    while (!last) {
      if (at + OVERHEAD > png.length) {
        return png;
      }
      long end = at + OVERHEAD + (bytes.getInt(at) & 0xFFFFFFFFL);
      if (end > png.length) {
        return png;
      }
      int type = bytes.getInt(at + TYPE);
      last = type == END;
      if (type != EXIF) {
        out.write(png, at, (int) end - at);
      }
      if (at == SIGNATURE) {
        out.writeBytes(chunk(tiff));
      }
      at = (int) end;
    }
    out.write(png, at, png.length - at);
    return out.toByteArray();
  }

  private static byte[] chunk(byte[] tiff) {
    ByteBuffer chunk = ByteBuffer.allocate(OVERHEAD + tiff.length);
    chunk.putInt(tiff.length).putInt(EXIF).put(tiff);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), TYPE, TYPE + tiff.length);
    return chunk.putInt((int) sum.getValue()).array();
  }
}
