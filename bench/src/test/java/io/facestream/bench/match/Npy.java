package io.facestream.bench.match;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what {@code numpy.save} does. */
final class Npy {
  private static final int ALIGNMENT = 64;
  private static final int FIXED = 10;

  private Npy() {}

  /** A file of any header and values. */
  static Path write(Path file, String type, boolean byColumns, String shape, byte[] values)
      throws IOException {
    String fields =
        "{'descr': '"
            + type
            + "', 'fortran_order': "
            + (byColumns ? "True" : "False")
            + ", 'shape': "
            + shape
            + ", }";
    int end = (FIXED + fields.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    ByteBuffer bytes = ByteBuffer.allocate(end + values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) (end - FIXED));
    bytes.put(fields.getBytes(StandardCharsets.US_ASCII));
    while (bytes.position() < end - 1) {
      bytes.put((byte) ' ');
    }
    bytes.put((byte) '\n').put(values);
    return Files.write(file, bytes.array());
  }

  static Path ofFloats(Path file, int rows, int columns, float[] values) throws IOException {
    ByteBuffer bytes = buffer(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return write(file, "<f4", false, shape(rows, columns), bytes.array());
  }

  static Path ofDoubles(Path file, int rows, int columns, double[] values) throws IOException {
    ByteBuffer bytes = buffer(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    return write(file, "<f8", false, shape(rows, columns), bytes.array());
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String shape(int rows, int columns) {
    return "(" + rows + ", " + columns + ")";
  }
}
