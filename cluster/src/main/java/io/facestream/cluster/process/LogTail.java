package io.facestream.cluster.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {
  private LogTail() {}

  /**
   * Its last lines, oldest first; none when there is no such file.
   *
   * @param count at the most
   */
  public static List<String> of(Path file, int count) {
    try {
      // Logs roll at 20 MB; bytes that are no text must not hide the rest.
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
