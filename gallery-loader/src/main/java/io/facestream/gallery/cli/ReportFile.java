package io.facestream.gallery.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a report as JSON. */
final class ReportFile {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private ReportFile() {}

  /**
   * Finds out before the work that its report could not be written after it.
   *
   * @throws IllegalArgumentException with the cure
   */
  static void checkWritable(Path file) {
    if (file == null) {
      return;
    }
    try {
      // Permissions alone do not tell: some folders take no new files, whoever one is.
      boolean isNew = Files.notExists(file);
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      if (isNew) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The report cannot be written to " + file + "; name a file in a folder that is there", e);
    }
  }

  /**
   * Writes it, or says that it is lost.
   *
   * @return whether all is well
   */
  static boolean write(Path file, Object report, CommandSpec command) {
    try {
      if (file != null) {
        Files.write(file, JSON.writeValueAsBytes(report));
      }
      return true;
    } catch (IOException e) {
      PrintWriter err = command.commandLine().getErr();
      err.println(
          command.qualifiedName()
              + ": everything else is done, but the report cannot be written to "
              + file);
      err.flush();
      return false;
    }
  }
}
