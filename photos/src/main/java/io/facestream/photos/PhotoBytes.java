package io.facestream.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads photo files whole, within limits. */
public final class PhotoBytes {
  /** No photo of a person is larger; a wrong file should not fill the memory. */
  static final long MAX_BYTES = 64L * 1024 * 1024;

  private PhotoBytes() {}

  /**
   * The content of a photo.
   *
   * @throws IOException when it cannot be read, is empty or larger than 64 MiB; the message says
   *     which
   */
  public static byte[] read(Path photo) throws IOException {
    long size = Files.size(photo);
    if (size == 0) {
      throw new IOException("the file is empty");
    }
    if (size > MAX_BYTES) {
      throw new IOException(
          String.format(Locale.ROOT, "the file has %d MiB; the limit is 64 MiB", size >> 20));
    }
    return Files.readAllBytes(photo);
  }
}
