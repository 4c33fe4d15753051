package io.facestream.console.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files that are more, or less, than the picture that they begin as. */
public final class CraftedPictures {
  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_HEADER_END = 33;

  private CraftedPictures() {}

  /** One behind the other. */
  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A JPEG with a text in a comment. */
  public static byte[] withComment(byte[] jpeg, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    byte[] segment = {
      (byte) 0xFF, (byte) 0xFE, (byte) (bytes.length + 2 >> 8), (byte) (bytes.length + 2)
    };
    return joined(Arrays.copyOf(jpeg, 2), segment, bytes, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** A JPEG whose header says that it is larger. */
  public static byte[] jpegOfSize(byte[] jpeg, int width, int height) {
    byte[] changed = jpeg.clone();
    for (int at = 2; at + 9 < jpeg.length; ) {
      int marker = jpeg[at + 1] & 0xFF;
      if (marker == 0xC0 || marker == 0xC2) {
        ByteBuffer.wrap(changed).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return changed;
      }
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    }
    throw new IllegalArgumentException("This JPEG has no frame");
  }

  /** A PNG of grey, deflated; its pixel data may be of another size than its header says. */
  public static byte[] png(int width, int height, int bytesOfPixels) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 0, 0, 0, 0})
            .array();
    byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    return joined(
        signature,
        chunk("IHDR", header),
        chunk("IDAT", deflated(bytesOfPixels)),
        chunk("IEND", new byte[0]));
  }

  /** So many zeros, in as few bytes as there can be. */
  public static byte[] deflated(int zeros) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, best)) {
      byte[] piece = new byte[1 << 16];
      for (int left = zeros; left > 0; left -= piece.length) {
        deflating.write(piece, 0, Math.min(left, piece.length));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      best.end();
    }
    return out.toByteArray();
  }

  /** A PNG with chunks behind its header. */
  public static byte[] withChunks(byte[] png, byte[]... chunks) {
    return joined(
        Arrays.copyOf(png, PNG_HEADER_END),
        joined(chunks),
        Arrays.copyOfRange(png, PNG_HEADER_END, png.length));
  }

  /** A PNG of two frames, of which the second is an empty one of the size of the first. */
  public static byte[] animated(byte[] png) {
    ByteBuffer header = ByteBuffer.wrap(png);
    int width = header.getInt(PNG_SIGNATURE + 8);
    int height = header.getInt(PNG_SIGNATURE + 12);
    byte[] control = ByteBuffer.allocate(8).putInt(2).putInt(0).array();
    byte[] first = frameControl(0, width, height);
    byte[] second = chunk("fcTL", frameControl(1, width, height));
    byte[] data = joined(new byte[] {0, 0, 0, 2}, deflated(height * (width + 1)));
    byte[] whole = withChunks(png, chunk("acTL", control), chunk("fcTL", first));
    int end = whole.length - 12;
    return joined(
        Arrays.copyOf(whole, end),
        second,
        chunk("fdAT", data),
        Arrays.copyOfRange(whole, end, whole.length));
  }

  private static byte[] frameControl(int number, int width, int height) {
    return ByteBuffer.allocate(26)
        .putInt(number)
        .putInt(width)
        .putInt(height)
        .putInt(0)
        .putInt(0)
        .putShort((short) 1)
        .putShort((short) 10)
        .put(new byte[2])
        .array();
  }

  /** A chunk of a PNG. */
  public static byte[] chunk(String kind, byte[] data) {
    byte[] named = joined(kind.getBytes(ISO_8859_1), data);
    CRC32 sum = new CRC32();
    sum.update(named);
    return joined(
        ByteBuffer.allocate(4).putInt(data.length).array(),
        named,
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /** A WebP's beginning that says how large it is, and chunks behind it. */
  public static byte[] webp(int flags, int width, int height, byte[]... chunks) {
    ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    extended.putInt(flags);
    extended.putShort((short) (width - 1)).put((byte) (width - 1 >> 16));
    extended.putShort((short) (height - 1)).put((byte) (height - 1 >> 16));
    byte[] body =
        joined("WEBP".getBytes(ISO_8859_1), riff("VP8X", extended.array()), joined(chunks));
    return riff("RIFF", body);
  }

  /** A chunk of a WebP. */
  public static byte[] riff(String kind, byte[] data) {
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
    return joined(kind.getBytes(ISO_8859_1), length, data, new byte[data.length & 1]);
  }
}
