package io.facestream.cli;

import io.facestream.wire.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the log goes. One that cannot be written is done without, and said in one line. */
final class LogFile {
  /** What log4j2.xml looks at first. */
  private static final String PROPERTY = "facestream.log";

  private static final String NOWHERE = "/dev/null";

  private LogFile() {}

  /** Before the first line is logged. */
  static void ensureWritable(PrintWriter err, boolean quiet) {
    Path file =
        Path.of(
            System.getProperty(
                PROPERTY, System.getProperty("user.home") + "/.cache/facestream/facestream.log"));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        out.flush();
      }
    } catch (IOException e) {
      System.setProperty(PROPERTY, NOWHERE);
      if (!quiet) {
        err.println(
            "WARN There is no log, since "
                + Printable.of(file.toString())
                + " cannot be written; set XDG_CACHE_HOME to a folder that can");
      }
    }
  }
}
