package io.facestream.gallery.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A matrix in a {@code .npy} file, read row by row: float32 or float64, row-major, of any size.
 * Takes about a megabyte of memory, whatever the file has.
 */
public final class NpyMatrix implements AutoCloseable {
  private static final int WINDOW_BYTES = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final NpyHeader header;
  private final ByteBuffer window;
  private long unread;

  private NpyMatrix(Path file, FileChannel channel, NpyHeader header) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    int rowBytes = header.dimension() * header.bytesPerNumber();
    int rowsPerWindow = Math.max(1, WINDOW_BYTES / rowBytes);
    this.window =
        ByteBuffer.allocateDirect(rowsPerWindow * rowBytes).order(header.order()).limit(0);
    this.unread = header.rows();
  }

  /**
   * Opens a file and checks that it holds as many numbers as it says.
   *
   * @throws BadNpyException when it is no matrix of this kind, or is cut off
   */
  public static NpyMatrix open(Path file) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      NpyHeader header = readHeader(channel);
      return new NpyMatrix(file, channel, header);
    } catch (ArithmeticException e) {
      closeQuietly(channel);
      throw new BadNpyException(file, "its header claims more rows than any file has", e);
    } catch (NoSuchFileException e) {
      throw new BadNpyException(file, "there is no such file", e);
    } catch (IOException | IllegalArgumentException e) {
      closeQuietly(channel);
      throw new BadNpyException(file, e.getMessage(), e);
    }
  }

  /** n of the shape (n, d). */
  public long rows() {
    return header.rows();
  }

  /** d of the shape (n, d). */
  public int dimension() {
    return header.dimension();
  }

  /**
   * Reads the next row.
   *
   * @param row {@code float[dimension]}, filled; float64 is rounded
   * @return false at the end
   */
  public boolean next(float[] row) {
    if (unread == 0) {
      return false;
    }
    if (!window.hasRemaining()) {
      refill();
    }
    boolean single = header.bytesPerNumber() == Float.BYTES;
    for (int i = 0; i < row.length; i++) {
      row[i] = single ? window.getFloat() : (float) window.getDouble();
    }
    unread--;
    return true;
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private void refill() {
    int rowBytes = header.dimension() * header.bytesPerNumber();
    window.clear().limit((int) Math.min(window.capacity(), unread * rowBytes));
    try {
      while (window.hasRemaining()) {
        if (channel.read(window) < 0) {
          throw new BadNpyException(file, "it became shorter while it was read");
        }
      }
    } catch (IOException e) {
      throw new BadNpyException(file, "it cannot be read: " + e.getMessage(), e);
    }
    window.flip();
  }

  private static NpyHeader readHeader(FileChannel channel) throws IOException {
    NpyHeader.Place place = NpyHeader.place(read(channel, 0, NpyHeader.PREFIX_BYTES));
    if (place.start() + place.length() > Math.min(channel.size(), 1 << 20)) {
      throw new IllegalArgumentException("its header is cut off; copy the file again");
    }
    NpyHeader header = NpyHeader.parse(read(channel, place.start(), (int) place.length()));
    long data = place.start() + place.length();
    long expected =
        Math.addExact(
            data,
            Math.multiplyExact(header.rows(), (long) header.dimension() * header.bytesPerNumber()));
    if (channel.size() != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "it has %d bytes where %d rows of %d numbers need %d; copy or write it again",
              channel.size(),
              header.rows(),
              header.dimension(),
              expected));
    }
    channel.position(data);
    return header;
  }

  private static byte[] read(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, channel.size() - position));
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
      // Short reads are allowed; go on until the buffer is full or the file ends.
    }
    return bytes.array();
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Only read from: nothing is lost.
    }
  }
}
