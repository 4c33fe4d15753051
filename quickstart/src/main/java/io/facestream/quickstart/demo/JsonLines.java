package io.facestream.quickstart.demo;

import io.facestream.quickstart.QuickstartException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of one JSON record a line, each exactly as it was on its topic, in the order of arrival.
 * Cameras and subtasks are judged side by side, so to compare two runs sort both by {@code
 * cameraId} and {@code frame.sequence}, those of sightings by {@code sightingId}.
 */
final class JsonLines implements AutoCloseable {
  private final Path file;
  private final OutputStream out;

  private JsonLines(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Opens a file anew; without one, nothing is written anywhere.
   *
   * @param fileOrNull the file; its folder is made when it is not there
   * @throws QuickstartException when it cannot be written
   */
  static JsonLines open(Path fileOrNull) {
    if (fileOrNull == null) {
      return new JsonLines(null, OutputStream.nullOutputStream());
    }
    try {
      Files.createDirectories(fileOrNull.toAbsolutePath().getParent());
      return new JsonLines(fileOrNull, new BufferedOutputStream(Files.newOutputStream(fileOrNull)));
    } catch (IOException e) {
      throw new QuickstartException(
          "Cannot write " + fileOrNull + " (" + e + "); choose another file", e);
    }
  }

  /**
   * Adds a record; whole lines only reach the file, so that it can be followed.
   *
   * @throws QuickstartException when it cannot be written, as on a full disk
   */
  void add(byte[] json) {
    try {
      out.write(json);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new QuickstartException(
          "Cannot write on to " + file + " (" + e.getMessage() + "); make room, or choose another",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
