package io.facestream.gallery.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes {@code .npy} files as NumPy does, and broken ones. */
public final class NpyFiles {
  private NpyFiles() {}

  /** Little-endian float32, version 1. */
  public static void write(Path file, float[][] rows) throws IOException {
    write(file, rows, "<f4", 1);
  }

  /** A matrix in one of the types {@code <f4 >f4 <f8 >f8}. */
  public static void write(Path file, float[][] rows, String type, int version) throws IOException {
    int size = type.charAt(2) - '0';
    ByteBuffer data = ByteBuffer.allocate(rows.length * rows[0].length * size);
    data.order(type.charAt(0) == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    for (float[] row : rows) {
      for (float value : row) {
        if (size == 4) {
          data.putFloat(value);
        } else {
          data.putDouble(value);
        }
      }
    }
    String header =
        String.format(
            Locale.ROOT,
            "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }",
            type,
            rows.length,
            rows[0].length);
    Files.write(file, bytes(header, version, data.array()));
  }

  /** Any header over any data, version 1. */
  public static void writeRaw(Path file, String header, byte[] data) throws IOException {
    Files.write(file, bytes(header, 1, data));
  }

  private static byte[] bytes(String header, int version, byte[] data) {
    int lengthBytes = version == 1 ? 2 : 4;
    int unpadded = 8 + lengthBytes + header.length() + 1;
    String text = header + " ".repeat((64 - unpadded % 64) % 64) + "\n";
    ByteBuffer file =
        ByteBuffer.allocate(8 + lengthBytes + text.length() + data.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      file.putShort((short) text.length());
    } else {
      file.putInt(text.length());
    }
    return file.put(text.getBytes(StandardCharsets.ISO_8859_1)).put(data).array();
  }
}
