package io.facestream.gallery.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report as JSON. */
final class ReportFile {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private ReportFile() {}

  /** Finds out before the work that its report could not be written after it. */
  static void checkWritable(Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "The report cannot be written to " + file + "; name a file in a folder that is there");
    }
  }

  static void write(Path file, Object report) {
    if (file == null) {
      return;
    }
    try {
      Files.write(file, JSON.writeValueAsBytes(report));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Everything else is done, but the report cannot be written: " + e, e);
    }
  }
}
