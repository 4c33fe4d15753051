package io.facestream.bench.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A matrix of float32 or float64 as {@code numpy.save} writes it: little-endian, row after row. The
 * file may be larger than memory; rows are read one by one.
 */
final class NpyFile implements AutoCloseable {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int VERSION_1_START = 10;
  private static final int LATER_START = 12;
  private static final int LONGEST_HEADER = 1 << 16;

  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern BY_COLUMNS = Pattern.compile("'fortran_order':\\s*True");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*(\\([^)]*\\))");
  private static final Pattern MATRIX =
      Pattern.compile("\\(\\s*(\\d{1,9})\\s*,\\s*([1-9]\\d{0,4})\\s*\\)");

  private final Path file;
  private final FileChannel channel;
  private final long start;
  private final int rows;
  private final int columns;
  private final int width;

  private NpyFile(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    ByteBuffer fixed = bytes(0, LATER_START);
    if (fixed.mismatch(ByteBuffer.wrap(MAGIC)) != MAGIC.length) {
      throw fault("is no .npy file; write one by numpy.save(FILE, embeddings)");
    }
    boolean version1 = fixed.get(MAGIC.length) == 1;
    int from = version1 ? VERSION_1_START : LATER_START;
    int length = version1 ? fixed.getShort(8) & 0xffff : fixed.getInt(8);
    if (length < 0 || length > LONGEST_HEADER) {
      throw fault("has a damaged header; write it anew by numpy.save(FILE, embeddings)");
    }
    this.start = from + length;
    String header = StandardCharsets.ISO_8859_1.decode(bytes(from, length)).toString();
    this.width = width(header);
    if (BY_COLUMNS.matcher(header).find()) {
      throw fault("lies column by column; save numpy.ascontiguousarray(embeddings)");
    }
    Matcher matrix = MATRIX.matcher(first(SHAPE, header));
    if (!matrix.matches()) {
      throw fault(
          "has the shape "
              + first(SHAPE, header)
              + ", not templates × components; save embeddings.reshape(templates, components)");
    }
    this.rows = Integer.parseInt(matrix.group(1));
    this.columns = Integer.parseInt(matrix.group(2));
    long whole = start + (long) rows * columns * width;
    if (channel.size() < whole) {
      throw fault("has " + channel.size() + " of " + whole + " bytes; copy it again");
    }
  }

  /**
   * @throws EmbeddingFileException when it is something else, with how to write it
   */
  static NpyFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new EmbeddingFileException(file, "is no file; name one written by numpy.save");
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new NpyFile(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private int width(String header) {
    String type = first(TYPE, header);
    return switch (type) {
      case "<f4" -> Float.BYTES;
      case "<f8" -> Double.BYTES;
      default ->
          throw fault(
              "holds "
                  + (type.isEmpty() ? "records" : type)
                  + ", not little-endian float32 or float64; save embeddings.astype('<f4')");
    };
  }

  private static String first(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    return matcher.find() ? matcher.group(1) : "";
  }

  Path path() {
    return file;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /**
   * Reads a row, of float64 the nearest float32.
   *
   * @param target {@code float[columns]}
   */
  void read(int row, float[] target) {
    int length = columns * width;
    try {
      ByteBuffer bytes = bytes(start + (long) row * length, length);
      for (int i = 0; i < columns; i++) {
        target[i] =
            width == Float.BYTES ? bytes.getFloat(i * width) : (float) bytes.getDouble(i * width);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read row " + row + " of " + file, e);
    }
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw fault("ends too early; write it anew by numpy.save(FILE, embeddings)");
      }
    }
    return bytes.flip();
  }

  private EmbeddingFileException fault(String causeAndCure) {
    return new EmbeddingFileException(file, causeAndCure);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
