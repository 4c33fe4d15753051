package io.facestream.photos;

import java.nio.file.Path;

/**
 * A photo of a gallery folder.
 *
 * @param file where it lies
 * @param relative its path within the gallery folder, with {@code /}; the name in reports
 * @param owner the name of the person's folder, or of the photo itself when it lies in none
 */
public record Photo(Path file, String relative, String owner) {
  /** The name of the file. */
  public String fileName() {
    return file.getFileName().toString();
  }
}
