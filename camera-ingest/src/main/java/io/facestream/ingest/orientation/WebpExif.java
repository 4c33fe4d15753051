package io.facestream.ingest.orientation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** EXIF data in the chunks of a WebP (RFC 9649, section 2.7). */
final class WebpExif {
  private static final int FIRST_CHUNK = 12;
  private static final int HEADER = 8;
  private static final int PAYLOAD = FIRST_CHUNK + HEADER;
  private static final int EXTENDED_BYTES = 10;
  private static final int SHORTEST = PAYLOAD + EXTENDED_BYTES;
  private static final int FOURTEEN_BITS = 0x3FFF;
  private static final int HAS_EXIF = 0x08;
  private static final int HAS_ALPHA = 0x10;
  private static final int LOSSLESS_ALPHA = 1 << 28;
  private static final int EXTENDED = code("VP8X");
  private static final int LOSSLESS = code("VP8L");
  private static final int LOSSY = code("VP8 ");
  private static final int EXIF = code("EXIF");

  private WebpExif() {}

  static byte[] replace(byte[] webp, byte[] tiff) {
    ByteBuffer bytes = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    if (webp.length < SHORTEST) {
      return webp;
    }
    long end = (bytes.getInt(4) & 0xFFFFFFFFL) + HEADER;
    byte[] extended = extended(bytes);
    if (end > webp.length || extended == null) {
      return webp;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length + 64);
    out.write(webp, 0, FIRST_CHUNK);
    out.writeBytes(chunk(EXTENDED, extended));
    long at = FIRST_CHUNK;
    while (at + HEADER <= end) {
      int type = bytes.getInt((int) at);
      long length = bytes.getInt((int) at + 4) & 0xFFFFFFFFL;
      long next = Math.min(at + HEADER + length + (length & 1), end);
      if (at + HEADER + length > end) {
        return webp;
      }
      if (type != EXTENDED && type != EXIF) {
        out.write(webp, (int) at, (int) (next - at));
      }
      at = next;
    }
    // A last chunk of odd length may lack its padding.
    out.writeBytes(new byte[out.size() & 1]);
    out.writeBytes(chunk(EXIF, tiff));
    byte[] turned = out.toByteArray();
    ByteBuffer.wrap(turned).order(ByteOrder.LITTLE_ENDIAN).putInt(4, turned.length - HEADER);
    return turned;
  }

  /** What the chunk VP8X says, made if there is none; null when there is no picture either. */
  private static byte[] extended(ByteBuffer bytes) {
    int type = bytes.getInt(FIRST_CHUNK);
    if (type == EXTENDED) {
      byte[] payload = new byte[EXTENDED_BYTES];
      bytes.get(PAYLOAD, payload);
      payload[0] |= HAS_EXIF;
      return payload;
    }
    if (type == LOSSLESS) {
      int bits = bytes.getInt(PAYLOAD + 1);
      int alpha = (bits & LOSSLESS_ALPHA) == 0 ? 0 : HAS_ALPHA;
      return extended(alpha, bits & FOURTEEN_BITS, bits >> 14 & FOURTEEN_BITS);
    }
    if (type == LOSSY) {
      int width = bytes.getShort(PAYLOAD + 6) & FOURTEEN_BITS;
      int height = bytes.getShort(PAYLOAD + 8) & FOURTEEN_BITS;
      return width == 0 || height == 0 ? null : extended(0, width - 1, height - 1);
    }
    return null;
  }

  private static byte[] extended(int flags, int right, int bottom) {
    ByteBuffer payload = ByteBuffer.allocate(EXTENDED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    payload.putInt(HAS_EXIF | flags).putShort((short) right).put((byte) (right >> 16));
    return payload.putShort((short) bottom).put((byte) (bottom >> 16)).array();
  }

  private static byte[] chunk(int type, byte[] payload) {
    ByteBuffer chunk = ByteBuffer.allocate(HEADER + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.putInt(type).putInt(payload.length).put(payload).array();
  }

  private static int code(String letters) {
    return letters.charAt(0)
        | letters.charAt(1) << 8
        | letters.charAt(2) << 16
        | letters.charAt(3) << 24;
  }
}
