package io.facestream.matcher.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fp32 rows in a mapped temporary file: memory holds what the system's page cache can spare,
 * and only rows that are scored again are read. The file is gone after close or the process's end.
 */
final class MappedStorage implements ExactStorage {
  /** Blocks mapped at once; a process may hold some 65,000 mappings. */
  private static final int BLOCKS_TOGETHER = 16;

  private static final int PIECE = 1 << 20;

  private final Path folder;
  private final FileChannel file;
  private final List<MappedByteBuffer> segments = new ArrayList<>();

  MappedStorage(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      Path path = Files.createTempFile(folder, "facestream-rows", ".fp32");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep fp32 rows in " + folder + "; give a folder that can be written", e);
    }
  }

  @Override
  public RowBlock newBlock(int index, int stride) {
    int bytes = RowBlock.ROWS * stride * Float.BYTES;
    int segment = index / BLOCKS_TOGETHER;
    if (segment == segments.size()) {
      segments.add(map(segment, (long) bytes * BLOCKS_TOGETHER));
    }
    int start = index % BLOCKS_TOGETHER * bytes;
    return new RowBlock(
        stride, segments.get(segment).slice(start, bytes).order(ByteOrder.nativeOrder()), () -> {});
  }

  /**
   * Writes the segment before it is mapped, so that its place on the disk is taken: a full disk is
   * then an exception here, and not a signal at some later store to memory, which kills the JVM.
   */
  private MappedByteBuffer map(int segment, long bytes) {
    try (NativeMemory piece = NativeMemory.allocate(PIECE)) {
      ByteBuffer zeros = piece.buffer();
      for (long at = segment * bytes, end = at + bytes; at < end; ) {
        zeros.position(0).limit((int) Math.min(PIECE, end - at));
        at += file.write(zeros, at);
      }
      return file.map(MapMode.READ_WRITE, segment * bytes, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(
          String.format(
              Locale.ROOT,
              "cannot grow the file of fp32 rows in %s by %d MiB; is the disk full? (%s)",
              folder,
              bytes >> 20,
              e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    segments.forEach(NativeMemory::free);
    segments.clear();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the file of fp32 rows", e);
    }
  }
}
