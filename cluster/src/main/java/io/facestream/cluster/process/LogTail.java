package io.facestream.cluster.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The end of a log file, which may be larger than the memory of who looks at it. */
public final class LogTail {
  private static final int MOST_BYTES = 64 << 10;

  private LogTail() {}

  /**
   * Its last lines, oldest first; none when there is no such file.
   *
   * @param count at the most; fewer where they are longer than 64 KiB together
   */
  public static List<String> of(Path file, int count) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long from = Math.max(0, channel.size() - MOST_BYTES);
      ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - from));
      while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
        // It may be read in parts, and become shorter meanwhile.
      }
      // Bytes that are no text must not hide the rest.
      List<String> lines =
          new String(end.array(), 0, end.position(), StandardCharsets.UTF_8).lines().toList();
      // The first one may have begun before what was read.
      int first = from > 0 && lines.size() > 1 ? 1 : 0;
      return lines.subList(Math.max(first, lines.size() - count), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
