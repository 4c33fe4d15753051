package io.facestream.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that came with the program. */
final class Resources {
  private Resources() {}

  static byte[] read(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The console lacks its file " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
